package bactrian.web;

import bactrian.operation.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in. With a token, whoever shows it. Without one (loopback only), whoever is not a web page from elsewhere:
 * the {@code Host} must be loopback or configured, which stops DNS rebinding, and a foreign {@code Origin} is refused.
 * Besides, {@link MediaTypes} refuses bodies of types that a page from elsewhere may send without asking first.
 */
public final class Gate {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<Secret> token;
    private final Set<String> hosts;

    /** @param hosts further names under which this server may be asked, lower case, without port */
    public Gate(Optional<Secret> token, Set<String> hosts) {
        this.token = token;
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * The refusal, or nothing when the request may go on.
     *
     * @param open whether what is asked for shows nothing of anybody's data, so that no token is needed
     */
    public Optional<WebResponse> refusal(WebRequest request, boolean open) {
        if (token.isPresent()) {
            return open || showsToken(request, token.get())
                    ? Optional.empty()
                    : Optional.of(ProblemDetail.of(
                                    401,
                                    "Send the header 'Authorization: Bearer TOKEN' with this "
                                            + "server's token (BACTRIAN_HTTP_TOKEN).")
                            .with("WWW-Authenticate", "Bearer"));
        }
        if (!known(request.header("Host").orElse(""))) {
            return forbidden("This server is asked under a name it does not know. Use 127.0.0.1 or localhost, or list "
                    + "the name in bactrian.http.hosts.");
        }
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent()
                && !sameOrigin(origin.get(), request.header("Host").orElse(""))) {
            return forbidden("A page from " + origin.get() + " may not use this server.");
        }
        if (!open
                && request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()) {
            return forbidden("A page from elsewhere may not use this server.");
        }
        return Optional.empty();
    }

    /** Headers of every response: no framing, no sniffing, nothing from elsewhere, nothing kept by the browser. */
    public static Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "no-referrer",
                "Cross-Origin-Resource-Policy",
                "same-origin",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cache-Control",
                "no-store");
    }

    private static boolean showsToken(WebRequest request, Secret token) {
        byte[] shown = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] wanted = ("Bearer " + token.reveal()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, wanted);
    }

    private boolean known(String host) {
        String name = withoutPort(host.toLowerCase(Locale.ROOT));
        return LOOPBACK.contains(name) || hosts.contains(name);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static Optional<WebResponse> forbidden(String detail) {
        return Optional.of(ProblemDetail.of(403, detail));
    }
}
