package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.provider.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;

/** Takes the provider's answer off the message. Bound per provider, as {@code closeReply}, {@code aworkReply}, … */
final class CallReply implements Processor {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElse(new byte[0]);
        Optional<String> contentType = Optional.ofNullable(message.getHeader(Exchange.CONTENT_TYPE, String.class));
        Reply reply = new Reply(status, headers(message), AnswerText.of(body, contentType));
        message.setBody(new Attempt.Answered(reply));
    }

    private static Map<String, List<String>> headers(Message message) {
        Map<String, List<String>> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof List<?> several) {
                headers.put(name, several.stream().map(String::valueOf).toList());
            } else if (value != null) {
                headers.put(name, List.of(value.toString()));
            }
        });
        return headers;
    }
}
