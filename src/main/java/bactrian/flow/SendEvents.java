package bactrian.flow;

import bactrian.web.Site;
import bactrian.web.WebResponse;
import bactrian.web.WebResponse.Body;
import bactrian.web.WebResponse.Feed;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;

/**
 * Server-sent events. Such an answer lasts as long as its job, so it must not keep a worker: what is new is looked for
 * in between, and sent from the event loop.
 */
final class SendEvents implements Handler<RoutingContext> {
    private static final int LOOK = 250;

    private final Site site;

    SendEvents(Site site) {
        this.site = site;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!context.request().path().endsWith("/events")) {
            // Until somebody reads its body; what came before would be lost.
            context.request().pause();
            context.next();
            return;
        }
        context.vertx()
                .executeBlocking(
                        () -> site.answer(AnswerRequest.request(context.request(), InputStream.nullInputStream())),
                        false)
                .onFailure(context::fail)
                .onSuccess(answer -> send(answer, context));
    }

    private static void send(WebResponse answer, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (answer.body() instanceof Body.Events events) {
            AnswerRequest.head(answer, response);
            response.setChunked(true);
            next(events.feed(), response, context.vertx());
        } else {
            AnswerRequest.send(answer, response);
        }
    }

    private static void next(Feed feed, HttpServerResponse response, Vertx vertx) {
        vertx.executeBlocking(feed::next, false)
                .onFailure(away -> response.end()) // The reader asks again.
                .onSuccess(text -> {
                    if (response.closed()) {
                        return;
                    }
                    if (!text.isEmpty()) {
                        response.write(text);
                    }
                    if (feed.over()) {
                        response.end();
                    } else {
                        vertx.setTimer(LOOK, timer -> next(feed, response, vertx));
                    }
                });
    }
}
