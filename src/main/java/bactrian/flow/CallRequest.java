package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.provider.Request;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.http.HttpMethods;

/** Puts the errand's request on the message. Bound per provider, as {@code closeRequest}, {@code aworkRequest}, … */
final class CallRequest implements Processor {
    static final String ERRAND = "errand";

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        Errand errand = message.getMandatoryBody(Errand.class);
        exchange.setProperty(ERRAND, errand);
        put(errand.request(), message);
    }

    private static void put(Request request, Message message) {
        message.removeHeaders("*");
        request.headers().forEach(message::setHeader);
        // As a String it is looked up in an uncached converter, which costs more than all the rest.
        message.setHeader(HttpConstants.HTTP_METHOD, HttpMethods.valueOf(request.method()));
        int query = request.path().indexOf('?');
        message.setHeader(
                HttpConstants.HTTP_PATH,
                query < 0 ? request.path() : request.path().substring(0, query));
        if (query >= 0) {
            message.setHeader(HttpConstants.HTTP_RAW_QUERY, request.path().substring(query + 1));
        }
        request.body()
                .ifPresentOrElse(
                        body -> {
                            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
                            message.setBody(body.getBytes(StandardCharsets.UTF_8));
                        },
                        () -> message.setBody(new byte[0]));
    }
}
