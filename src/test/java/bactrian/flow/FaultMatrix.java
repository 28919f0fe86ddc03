package bactrian.flow;

import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Entry;
import bactrian.simulator.wire.Fault;
import bactrian.simulator.wire.LimitForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The table {@code fault-matrix.yaml}: operations, faults, and what is to come of each with each; and the same for the
 * questions that are asked about calls.
 */
record FaultMatrix(List<Row> operations, List<Mishap> faults, List<Question> questions, List<Mishap> questionFaults) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What is late in the table is later by more than a slow machine makes of anything else. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

    static FaultMatrix read() {
        try (InputStream table = FaultMatrix.class.getResourceAsStream("fault-matrix.yaml")) {
            JsonNode tree = new YAMLMapper().readTree(Objects.requireNonNull(table));
            List<Row> operations = new ArrayList<>();
            tree.path("operations").forEach(row -> operations.add(new Row(operations.size(), row)));
            List<Mishap> faults = new ArrayList<>();
            tree.path("faults").forEach(row -> faults.add(new Mishap(faults.size(), row)));
            List<Question> questions = new ArrayList<>();
            tree.path("questions").forEach(row -> questions.add(new Question(new Row(questions.size(), row))));
            List<Mishap> questionFaults = new ArrayList<>();
            tree.path("question-faults").forEach(row -> questionFaults.add(new Mishap(questionFaults.size(), row)));
            return new FaultMatrix(operations, faults, questions, questionFaults);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An operation, with a connection of its own, so that no fault of one disturbs another. */
    record Row(int number, JsonNode row) {

        String name() {
            return row.path("as").asText(row.path("operation").asText());
        }

        String provider() {
            return row.path("provider").asText();
        }

        String operation() {
            return row.path("operation").asText();
        }

        String connection() {
            return String.format(Locale.ROOT, "m%02d", number);
        }

        Connection connection(URI url) {
            return ConnectionDraft.to(provider(), url)
                    .named(connection())
                    .workers(1)
                    .idsPerCall(Math.max(1, row.path("ids").asInt()))
                    .responseTimeout(RESPONSE_TIMEOUT)
                    .pollInterval(Duration.ofMillis(200))
                    .pollDeadline(Duration.ofMinutes(10))
                    .connection();
        }

        /** The text that tells the requests of one case from all others. */
        String mark(int place) {
            return id(place, 0);
        }

        private String id(int place, int n) {
            int number1 = 1000 + place * 2 + n;
            return switch (provider()) {
                case "awork" -> String.format(Locale.ROOT, "a%07x-4b7d-4f8a-9c2e-%012x", number, number1);
                case "yandex-tracker" -> String.format(Locale.ROOT, "M%02d-%d", number, number1);
                default ->
                    String.format(Locale.ROOT, "%s_m%02dn%d", row.has("where") ? "lead" : "task", number, number1);
            };
        }

        String instruction(int place) {
            ObjectNode instruction = JSON.createObjectNode()
                    .put("provider", provider())
                    .put("operation", operation())
                    .put("connection", connection());
            if (row.has("where")) {
                try {
                    instruction.set(
                            "where", JSON.readTree(row.path("where").toString().replace("$lead", mark(place))));
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            } else {
                IntStream.range(0, row.path("ids").asInt())
                        .forEach(n -> instruction.withArray("/ids").add(id(place, n)));
            }
            instruction.set("values", row.path("values"));
            return instruction.toString();
        }

        /** A task for filters to find. */
        Optional<ObjectNode> seed(int place) {
            if (!row.has("where")) {
                return Optional.empty();
            }
            ObjectNode seed = JSON.createObjectNode();
            seed.putObject("tasks").putObject("task_of_" + mark(place)).put("lead_id", mark(place));
            return Optional.of(seed);
        }

        Expected expected(Mishap mishap) {
            JsonNode said = mishap.row().has("every")
                    ? mishap.row().get("every")
                    : mishap.row().path(name());
            return Expected.read(
                    said.isTextual() ? said : mishap.row().path(row.path("kind").asText()));
        }
    }

    /** A question that is asked about calls of an operation. */
    record Question(Row row) {

        String name() {
            return row.row().path("question").asText();
        }

        /** What has to go wrong before it is asked at all. */
        Optional<Fault> before() {
            return Optional.ofNullable(row.row().get("after")).map(effect -> Fault.once(Effect.of(effect.asText()))
                    .on("POST", row.row().path("sent").asText()));
        }

        boolean verified() {
            return row.row().path("verified").asBoolean();
        }

        Fault fault(Mishap mishap) {
            return mishap.fault().on(method(), path());
        }

        boolean asks(Entry entry) {
            return entry.method().equals(method())
                    && Pattern.compile(path()).matcher(entry.path()).find();
        }

        boolean carriesEdits(Entry entry) {
            return !entry.method().equals("GET")
                    && Pattern.compile(row.row().path("sent").asText())
                            .matcher(entry.path())
                            .find();
        }

        /** Status and code. */
        String expected(Mishap mishap) {
            return mishap.row().path(name()).asText(mishap.row().path("every").asText());
        }

        private String method() {
            return row.row().path("method").asText("GET");
        }

        private String path() {
            return row.row().path("path").asText();
        }
    }

    /** A fault that strikes the first request of a case. */
    record Mishap(int number, JsonNode row) {

        String name() {
            return row.path("fault").asText()
                    + (row.has("form") ? " " + row.path("form").asText() : "");
        }

        Fault fault(Row operation, String method, int place) {
            return fault().on(method, "").holding(operation.mark(place));
        }

        Fault fault() {
            return Fault.once(Effect.of(row.path("fault").asText()))
                    .pausing(duration(row.path("wait")).orElse(Duration.ofSeconds(1)))
                    .saying(LimitForm.of(row.path("form").asText("provider")));
        }

        /** How long the next request has to be put off at least. */
        Duration kept(Row operation) {
            JsonNode kept = row.path("kept");
            return duration(kept.isObject() ? kept.path(operation.provider()) : kept)
                    .orElse(Duration.ZERO);
        }

        private static Optional<Duration> duration(JsonNode node) {
            return Optional.of(node)
                    .filter(JsonNode::isTextual)
                    .map(text -> Duration.parse("PT" + text.asText().toUpperCase(Locale.ROOT)));
        }
    }

    /** What is to come of a case. */
    record Expected(String outcome, int sent, int applied) {

        static Expected read(JsonNode text) {
            String[] parts = text.asText().split(", (sent|applied) ");
            if (parts.length != 3) {
                throw new AssertionError("The table does not say what is to come of it: '" + text.asText() + "'");
            }
            return new Expected(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return outcome + ", sent " + sent + ", applied " + applied;
        }
    }
}
