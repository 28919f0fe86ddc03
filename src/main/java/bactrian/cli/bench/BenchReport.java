package bactrian.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a person reads them: ratios of one run first, because they hold on other machines, too. */
public final class BenchReport {
    private final List<String> lines = new ArrayList<>();

    private BenchReport() {}

    /** @param figures as {@link BenchRun#run} tells them */
    public static List<String> of(JsonNode figures) {
        BenchReport report = new BenchReport();
        report.coalescing(figures.path("coalescing"));
        report.calls(figures.path("calls"));
        report.rate(figures.path("rate"));
        report.growth(figures.path("growth"));
        report.start(figures.path("start"));
        report.line(
                "On %s processors, Java %s, %s.",
                figures.at("/machine/processors").asText(),
                figures.at("/machine/java").asText(),
                figures.at("/machine/system").asText());
        return report.lines;
    }

    private void coalescing(JsonNode told) {
        told.properties().forEach(of -> {
            JsonNode one = of.getValue();
            title(
                    "Coalescing, %s: %,d rows, %,d calls",
                    of.getKey(), one.at("/bactrian/rows"), one.at("/bactrian/calls"));
            ratio("rows/s, of the floor's", one.path("rowsPerSecondToFloor"));
            ratio("processor time, of the floor's", one.path("cpuToFloor"));
            ratio("calls, of the fewest possible", one.path("callsToMinimum"));
            line(
                    "  Bactrian %,.0f rows/s, %s; floor %,.0f rows/s, %s",
                    number(one.at("/bactrian/rows")) / number(one.at("/bactrian/seconds")),
                    memory(one.at("/bactrian/peak")),
                    number(one.at("/bactrian/rows")) / number(one.at("/floor/seconds")),
                    memory(one.at("/floor/peak")));
        });
    }

    private void calls(JsonNode told) {
        if (told.isMissingNode()) {
            return;
        }
        title("One row, one call: %,d calls, each durable in the ledger", told.at("/bactrian/calls"));
        ratio("calls/s, of the floor's", told.path("callsPerSecondToFloor"));
        ratio("calls/s, of a plain Camel route's", told.path("callsPerSecondToPlainRoute"));
        ratio("calls, of the fewest possible", told.path("callsToMinimum"));
        for (String who : List.of("bactrian", "floor", "plainRoute")) {
            JsonNode one = told.path(who);
            line(
                    "  %-10s %,7.0f calls/s, %3.0f µs of processor time a call, %s",
                    who,
                    number(one.path("calls")) / number(one.path("sending")),
                    number(one.path("sendingCpu")) * 1e6 / number(one.path("calls")),
                    memory(one.path("peak")));
        }
    }

    private void rate(JsonNode told) {
        if (told.isMissingNode()) {
            return;
        }
        title("At a provider's limit: 20 requests/s for %.0f s", told.at("/bactrian/sending"));
        ratio("of the allowed rate used", told.path("share"));
        line("  %d answers 429", told.path("refused").asLong());
    }

    private void growth(JsonNode told) {
        if (told.isMissingNode()) {
            return;
        }
        title("Growth");
        JsonNode base = told.path("steps").path(0);
        for (JsonNode step : told.path("steps")) {
            line(
                    "  %,10d rows %7.1f s, %.1f µs a row, %s, %.2f × the first's memory",
                    step.path("rows").asLong(),
                    number(step.path("seconds")),
                    number(step.path("seconds")) * 1e6 / number(step.path("rows")),
                    memory(step.path("peak")),
                    number(step.path("peak")) / number(base.path("peak")));
        }
    }

    private void start(JsonNode told) {
        if (told.isMissingNode()) {
            return;
        }
        title("Start");
        ratio("'run' until ready, of a bare start of the same Camel", told.path("runToBareStart"));
        line(
                "  'plan' of 1 000 rows %.2f s; 'run' until ready %.2f s; bare start %.2f s",
                number(told.path("planSeconds")),
                number(told.path("runSeconds")),
                number(told.path("bareStartSeconds")));
    }

    private void title(String text, Object... values) {
        Object[] plain = java.util.Arrays.stream(values)
                .map(value -> value instanceof JsonNode node
                        ? node.isIntegralNumber() ? (Object) node.asLong() : node.asDouble()
                        : value)
                .toArray();
        if (!lines.isEmpty()) {
            lines.add("");
        }
        line(text, plain);
    }

    private void ratio(String what, JsonNode value) {
        line("  %5.2f × %s", value.asDouble(), what);
    }

    private void line(String text, Object... values) {
        lines.add(String.format(Locale.ROOT, text, values));
    }

    private static String memory(JsonNode bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes.asLong() >> 20);
    }

    private static double number(JsonNode value) {
        return value.asDouble();
    }
}
