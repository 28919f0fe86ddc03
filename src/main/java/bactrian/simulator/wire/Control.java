package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The simulator's own endpoints, for tests in other processes. Bodies are JSON; no credentials.
 *
 * <ul>
 *   <li>{@code GET /_simulator/state?id=…}: the target as it is now, 404 when it does not exist; without {@code id}
 *       how many changes were applied
 *   <li>{@code GET /_simulator/journal[?id=…]}: every change applied, in order
 *   <li>{@code GET /_simulator/log}, {@code DELETE /_simulator/log}: what arrived on the wire
 *   <li>{@code POST /_simulator/seed}: puts things there, see {@link Service#seed}
 *   <li>{@code POST /_simulator/faults} (one, or an array), {@code DELETE /_simulator/faults}: see {@link Fault}
 *   <li>{@code POST /_simulator/rate} {@code {"perSecond": 20}}; 0 turns the limit off
 *   <li>{@code POST /_simulator/credentials} {@code {"accept": ["…"]}}; null for any
 *   <li>{@code POST /_simulator/works} {@code {"next": "failed-halfway"}} or {@code {"settle": true}} or
 *       {@code {"looks": 3}} or {@code {"millis": 200}}: see {@link Works}
 * </ul>
 */
final class Control {

    static final String PREFIX = "/_simulator/";

    private final Simulator simulator;

    Control(Simulator simulator) {
        this.simulator = simulator;
    }

    Answer serve(Asked asked) {
        String verb = asked.method() + " " + asked.path().substring(PREFIX.length());
        try {
            return switch (verb) {
                case "GET state" -> state(Optional.ofNullable(asked.query().get("id")));
                case "GET journal" -> journal(Optional.ofNullable(asked.query().get("id")));
                case "GET log" -> log();
                case "DELETE log" -> done(simulator.log()::clear);
                case "DELETE faults" -> done(simulator.faults()::clear);
                case "POST seed" -> body(asked, simulator::seed);
                case "POST faults" -> body(asked, this::faults);
                case "POST rate" ->
                    body(asked, json -> simulator
                            .allowance()
                            .set(json.path("perSecond").asDouble(0)));
                case "POST credentials" -> body(asked, this::credentials);
                case "POST works" -> body(asked, this::works);
                default -> problem(404, "No such thing here: " + asked.method() + " " + asked.path());
            };
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return problem(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Answer state(Optional<String> id) {
        if (id.isEmpty()) {
            return Answer.json(
                    200,
                    Json.object()
                            .put("provider", simulator.name())
                            .put("applied", simulator.journal().total())
                            .put("requests", simulator.log().total()));
        }
        return simulator
                .state(id.get())
                .map(state -> Answer.json(200, state))
                .orElseGet(() -> problem(404, "There is no " + id.get()));
    }

    private Answer journal(Optional<String> id) {
        ArrayNode changes = Json.array();
        simulator.journal().changes().stream()
                .filter(change -> id.map(change.id()::equals).orElse(true))
                .forEach(change -> changes.addObject()
                        .put("request", change.request())
                        .put("id", change.id())
                        .set("after", change.after().json()));
        return Answer.json(200, changes);
    }

    private Answer log() {
        ArrayNode entries = Json.array();
        simulator.log().entries().forEach(entry -> entries.add(entry.json()));
        ObjectNode log = Json.object().put("total", simulator.log().total());
        log.set("entries", entries);
        return Answer.json(200, log);
    }

    private void faults(JsonNode json) {
        if (json.isArray()) {
            json.forEach(fault -> simulator.faults().add(Fault.of(fault)));
        } else {
            simulator.faults().add(Fault.of(json));
        }
    }

    private void credentials(JsonNode json) {
        if (json.path("accept").isArray()) {
            simulator.credentials().accept(new LinkedHashSet<>(Json.texts(json.path("accept"))));
        } else {
            simulator.credentials().acceptAny();
        }
    }

    private void works(JsonNode json) {
        if (json.has("next")) {
            simulator
                    .works()
                    .next(Ending.valueOf(Text.constant(json.path("next").asText())));
        }
        if (json.has("looks")) {
            simulator.works().pace(new Pace.Looks(json.path("looks").asInt()));
        }
        if (json.has("millis")) {
            simulator
                    .works()
                    .pace(new Pace.Time(Duration.ofMillis(json.path("millis").asLong())));
        }
        if (json.path("settle").asBoolean(false)) {
            simulator.settle();
        }
    }

    private static Answer body(Asked asked, Consumer<JsonNode> then) {
        Optional<JsonNode> json = Json.read(asked.body());
        if (json.isEmpty()) {
            return problem(400, "The body is not JSON.");
        }
        return done(() -> then.accept(json.get()));
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.json(200, Json.object().put("done", true));
    }

    private static Answer problem(int status, String detail) {
        return Answer.json(status, Json.object().put("status", status).put("detail", detail));
    }
}
