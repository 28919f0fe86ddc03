package bactrian.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page at {@code /} and what it is made of, from the class path. Nothing else can be asked for. */
final class PageResource implements Resource {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript");
    private static final List<String> FILES =
            List.of("page.css", "page.js", "plan.js", "api.js", "dom.js", "drop.js", "job.js", "jobs.js", "lists.js");

    /** Open to all: it holds no data, so that a browser can load it and ask for the token. */
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/", "The page for people", request -> asset("index.html"))
                        .answers(200, "HTML", "text/html")
                        .openToAll(),
                Endpoint.get("/page/{file}", "What the page is made of", request -> file(request.step("file")))
                        .answers(200, "A style sheet or a script", "text/css", "text/javascript")
                        .openToAll());
    }

    private static WebResponse file(String name) throws Refused, IOException {
        if (!FILES.contains(name)) {
            throw Refused.because(404, "The page has no part " + name + ".");
        }
        return asset(name);
    }

    private static WebResponse asset(String name) throws IOException {
        try (InputStream asset = PageResource.class.getResourceAsStream(name)) {
            if (asset == null) {
                throw new IllegalStateException("the page's " + name + " is missing from the class path");
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return WebResponse.text(200, type, new String(asset.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
