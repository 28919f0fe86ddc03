package bactrian.flow;

import bactrian.web.Site;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.regex.Pattern;

/**
 * Lets nothing through to the router that it cannot read: an address with a broken escape, say, would end as a defect in the
 * log, with an answer that is no problem document.
 */
record SoundRequests(Handler<HttpServerRequest> router) implements Handler<HttpServerRequest> {
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        if (path == null || !path.startsWith("/")) {
            refuse(request, "The address has no path, or is none of this server's.");
        } else if (BROKEN.matcher(request.uri()).find()) {
            refuse(request, "The address has a % that no two hexadecimal digits follow; write it as %25.");
        } else if (request.version() == HttpVersion.HTTP_1_1
                && !request.headers().contains(HttpHeaders.HOST)) {
            refuse(request, "The request has no Host header.");
        } else {
            router.handle(request);
        }
    }

    private static void refuse(HttpServerRequest request, String why) {
        AnswerRequest.send(Site.unreadable(why), request.response());
    }
}
