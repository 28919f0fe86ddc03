package bactrian.flow;

import bactrian.web.Site;
import bactrian.web.WebRequest;
import bactrian.web.WebResponse;
import bactrian.web.WebResponse.Body;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/** Lets the site answer. The body of the request is read while it comes. */
final class AnswerRequest implements Processor {
    private final Site site;

    AnswerRequest(Site site) {
        this.site = site;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        HttpMessage message = exchange.getMessage(HttpMessage.class);
        HttpServerRequest asked = message.getRequest();
        try (RequestBody body = new RequestBody(asked)) {
            put(site.answer(request(asked, body)), message, asked.response());
        }
    }

    static WebRequest request(HttpServerRequest asked, InputStream body) {
        Map<String, String> query = new HashMap<>();
        asked.params().forEach(query::putIfAbsent);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asked.headers().forEach(headers::putIfAbsent);
        // HTTP/2 names the host elsewhere.
        Optional.ofNullable(asked.authority())
                .ifPresent(host -> headers.putIfAbsent(HttpHeaders.HOST.toString(), host.toString()));
        return WebRequest.of(asked.method().name(), asked.path(), query, headers, body);
    }

    /** Sends an answer that is whole, from where nobody may wait. */
    static void send(WebResponse answer, HttpServerResponse response) {
        head(answer, response);
        if (answer.body() instanceof Body.Bytes held) {
            response.end(Buffer.buffer(held.bytes()));
        } else {
            response.end();
        }
    }

    static void head(WebResponse answer, HttpServerResponse response) {
        response.setStatusCode(answer.status()).putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
    }

    private static void put(WebResponse answer, Message message, HttpServerResponse response) throws IOException {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        // As message headers, some of them would be filtered.
        answer.headers().forEach(response::putHeader);
        message.setBody(content(answer.body()));
    }

    private static Object content(Body body) throws IOException {
        if (body instanceof Body.Bytes held) {
            return held.bytes();
        }
        return body instanceof Body.File file ? Files.newInputStream(file.path()) : new byte[0];
    }
}
