package bactrian.cli;

import bactrian.ledger.CallRecord;
import bactrian.ledger.Exchange;
import bactrian.ledger.Ledger;
import bactrian.operation.Secret;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What went over the wire for calls, for people and as data. Credentials were never kept. */
final class Exchanged {
    private static final int SHOWN = 600;

    private Exchanged() {}

    static void print(String job, List<CallRecord> records, Ledger ledger, PrintWriter out) {
        for (CallRecord record : records) {
            int number = record.call().number();
            for (Exchange exchange : ledger.calls().exchanges(job, number)) {
                out.println("  call " + number + ", " + exchange.what().name().toLowerCase(Locale.ROOT) + ", "
                        + exchange.at() + ", waited " + exchange.waited().toMillis() + " ms, took "
                        + exchange.took().toMillis() + " ms");
                out.println("    > " + exchange.request());
                exchange.headers().forEach(header -> out.println("    > " + header + ": " + Secret.MASK));
                text("    > ", exchange.body(), out);
                out.println("    < " + (exchange.status() == 0 ? "no answer" : exchange.status()));
                text("    < ", exchange.answer(), out);
            }
        }
    }

    private static void text(String start, String body, PrintWriter out) {
        if (!body.isEmpty()) {
            String line = body.replace('\n', ' ').replace('\r', ' ');
            boolean cut = line.length() > SHOWN;
            out.println(start + (cut ? line.substring(0, SHOWN) + "… (--json gives more)" : line));
        }
    }

    static ArrayNode json(String job, int call, Ledger ledger) {
        ArrayNode all = Json.object().arrayNode();
        for (Exchange exchange : ledger.calls().exchanges(job, call)) {
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
