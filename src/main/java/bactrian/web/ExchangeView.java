package bactrian.web;

import bactrian.ledger.Exchange;
import bactrian.operation.Secret;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What went over the wire for a call as data, over HTTP and for scripts. Credentials were never kept. */
public final class ExchangeView {
    private ExchangeView() {}

    public static ArrayNode of(List<Exchange> exchanges) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Exchange exchange : exchanges) {
            ObjectNode one = all.addObject()
                    .put("what", exchange.what().name().toLowerCase(Locale.ROOT))
                    .put("at", exchange.at().toString())
                    .put("waitedMillis", exchange.waited().toMillis())
                    .put("tookMillis", exchange.took().toMillis())
                    .put("request", exchange.request());
            ObjectNode headers = one.putObject("headers");
            exchange.headers().forEach(header -> headers.put(header, Secret.MASK));
            one.put("body", exchange.body()).put("status", exchange.status()).put("answer", exchange.answer());
        }
        return all;
    }
}
