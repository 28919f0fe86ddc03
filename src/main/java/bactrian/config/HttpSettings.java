package bactrian.config;

import bactrian.operation.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the service listens and to whom.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param token what everybody must show, see {@link #loopback}
 * @param hosts further names under which it may be asked, lower case, without port
 * @param maxUpload most bytes of a document
 */
public record HttpSettings(String host, int port, Optional<Secret> token, Set<String> hosts, long maxUpload) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    public HttpSettings {
        hosts = Set.copyOf(hosts);
    }

    /** Whether only this machine can reach it; else there is always a token. */
    public boolean loopback() {
        return LOOPBACK.matcher(host).matches();
    }
}
