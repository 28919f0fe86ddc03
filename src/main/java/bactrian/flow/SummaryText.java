package bactrian.flow;

import bactrian.outcome.Figures;
import bactrian.results.DeadLetters;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** A summary in words, for a mail or a chat. */
final class SummaryText {
    private SummaryText() {}

    static String of(JsonNode summary) {
        StringBuilder text = new StringBuilder();
        text.append("Job ").append(summary.path("job").asText());
        text.append(" from ").append(summary.path("source").asText());
        text.append(" is ").append(summary.path("state").asText()).append(".\n");
        if (summary.has("problem")) {
            return text.append(DeadLetters.told(summary.path("problem")))
                    .append('\n')
                    .append(summary.path("problem").path("hint").asText())
                    .append('\n')
                    .toString();
        }
        text.append(summary.path("rows").properties().stream()
                .map(count -> count.getValue().asText() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
        text.append("; ").append(Figures.count(summary.path("calls").asLong(), "call"));
        text.append(", ")
                .append(Figures.count(summary.path("retries").asLong(), "further attempt"))
                .append(".\n");
        summary.path("codes").properties().forEach(code -> text.append("  ")
                .append(code.getKey())
                .append(": ")
                .append(code.getValue().asText())
                .append('\n'));
        return text.toString();
    }
}
