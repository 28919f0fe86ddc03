package bactrian.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page at {@code /} and what it is made of, from the class path. Nothing else can be asked for. */
public final class PageAssets {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript");
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/page.css", "page.css",
            "/page.js", "page.js",
            "/api.js", "api.js",
            "/drop.js", "drop.js",
            "/job.js", "job.js",
            "/markup.js", "markup.js");

    /** The asset at this path, or 404. */
    public WebResponse get(String path) {
        String file = FILES.get(path);
        if (file == null) {
            return ProblemDetail.of(404, "Not Found", "There is nothing at " + path + ". The page is at /.");
        }
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
        try (InputStream asset = PageAssets.class.getResourceAsStream(file)) {
            if (asset == null) {
                throw new IllegalStateException("the page's " + file + " is missing from the class path");
            }
            return WebResponse.text(200, type, new String(asset.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
