package bactrian.cli;

import bactrian.ledger.CallRecord;
import bactrian.ledger.Exchange;
import bactrian.ledger.Ledger;
import bactrian.operation.Secret;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What went over the wire for calls, for people. Credentials were never kept. */
final class Exchanged {
    private static final int SHOWN = 600;

    private Exchanged() {}

    static void print(String job, List<CallRecord> records, Ledger ledger, PrintWriter out) {
        for (CallRecord record : records) {
            int number = record.call().number();
            for (Exchange exchange : ledger.evidence().exchanges(job, number)) {
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
}
