package bactrian.cli;

import bactrian.outcome.Figures;
import bactrian.proof.Compared;
import bactrian.proof.Compared.State;
import bactrian.proof.Comparison;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** What comparing a file came to: the sums first, then edit by edit, field by field. */
final class ComparisonReport {
    private static final int SHOWN = 200;
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String GREY = "\u001b[90m";
    private static final String PLAIN = "\u001b[0m";

    private final String file;
    private final Comparison comparison;
    private final boolean colours;

    ComparisonReport(String file, Comparison comparison, Optional<Terminal> terminal) {
        this.file = file;
        this.comparison = comparison;
        this.colours = terminal.isPresent();
    }

    void print(PrintWriter out) throws IOException {
        if (comparison.findings().refusal().isPresent()) {
            out.println(file + ": refused, nothing of it would be sent");
            comparison.findings().problems().forEach(problem -> out.println("  " + ProblemText.line(problem)));
            return;
        }
        out.println(file + ": " + Figures.count(comparison.findings().edits()) + " edits: "
                + Figures.count(comparison.count(State.CHANGE)) + " change something, "
                + Figures.count(comparison.count(State.UNCHANGED)) + " unchanged, "
                + Figures.count(comparison.count(State.MISSING)) + " missing, "
                + Figures.count(comparison.count(State.UNREAD)) + " cannot be compared, "
                + Figures.count(comparison.count(State.INVALID)) + " invalid");
        comparison.irreversible().forEach(kind -> out.println("  " + kind.sentence()));
        long[] printed = {0};
        comparison.into(line -> {
            if (printed[0]++ < SHOWN) {
                edit(line, out);
            }
        });
        if (printed[0] > SHOWN) {
            out.println("  … and " + Figures.count(printed[0] - SHOWN) + " more; --csv and --json give all");
        }
    }

    private void edit(ObjectNode line, PrintWriter out) {
        State state = Compared.state(line);
        String target = line.path("id").asText(line.path("where").toString());
        String head = "  row " + line.path("row").asText() + "  "
                + line.path("operation").asText() + "  " + target;
        String message = line.path("message").asText("");
        switch (state) {
            case CHANGE -> {
                out.println(head + (message.isEmpty() ? "" : "  " + message));
                line.path("changes")
                        .forEach(change ->
                                out.println("      " + change.path("field").asText() + ": "
                                        + painted(RED, text(change.path("before"))) + " → "
                                        + painted(GREEN, text(change.path("after")))));
            }
            case UNCHANGED -> out.println(painted(GREY, head + "  unchanged, will be skipped"));
            default -> out.println(head + "  " + painted(RED, state.word()) + "  " + message);
        }
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }

    private static String text(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > 120 ? text.substring(0, 119) + "…" : text;
    }

    /** Writes it as an object, one edit after the other. */
    void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> field : head().properties()) {
            out.writePOJOField(field.getKey(), field.getValue());
        }
        out.writeArrayFieldStart("rows");
        comparison.into(out::writeTree);
        out.writeEndArray();
        out.writeEndObject();
    }

    private ObjectNode head() {
        ObjectNode node = Json.object()
                .put("file", file)
                .put("edits", comparison.findings().edits());
        comparison.findings().refusal().ifPresent(refusal -> node.put("refused", ProblemText.line(refusal)));
        ObjectNode counts = node.putObject("compared");
        for (State state : State.values()) {
            counts.put(state.word(), comparison.count(state));
        }
        ArrayNode never = node.putArray("cannotBeUndone");
        comparison.irreversible().forEach(kind -> never.add(kind.json()));
        return node;
    }
}
