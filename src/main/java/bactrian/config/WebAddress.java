package bactrian.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Base addresses as they are set: absolute, http or https, without query, fragment or user. */
final class WebAddress {

    private WebAddress() {}

    /** Without a slash at the end; empty where the text is no such address. */
    static Optional<URI> read(String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean usable = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
