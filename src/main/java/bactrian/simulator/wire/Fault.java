package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A scripted mishap. Of the requests that match, it strikes those from the {@code first}-th on, {@code times} in all,
 * each with {@code probability} by a seeded dice.
 *
 * <p>As JSON: {@code {"effect": "reset-after", "method": "PUT", "path": "/task/$", "holding": "user_a", "first": 1, "times": 1,
 * "probability": 1.0, "seed": 42, "waitMillis": 1000, "form": "retry-after-date"}}; only {@code effect} is needed.
 *
 * @param path found anywhere in the request's path
 * @param holding a text that stands in the request's path, query or body
 * @param first counts matching requests from 1
 * @param times how often it strikes; {@link Integer#MAX_VALUE} for always
 * @param pause what a 429 asks for, or how long a delay lasts
 */
public record Fault(
        Effect effect,
        Optional<String> method,
        Pattern path,
        Optional<String> holding,
        int first,
        int times,
        double probability,
        long seed,
        Duration pause,
        LimitForm form) {

    private static final List<String> FIELDS = List.of(
            "effect", "method", "path", "holding", "first", "times", "probability", "seed", "waitMillis", "form");

    /** Strikes the next request, whatever it is, once. */
    public static Fault once(Effect effect) {
        return new Fault(
                effect,
                Optional.empty(),
                Pattern.compile(""),
                Optional.empty(),
                1,
                1,
                1,
                1,
                Duration.ofSeconds(1),
                LimitForm.PROVIDER);
    }

    /** The same for requests of this method whose path holds this expression only. */
    public Fault on(String method, String path) {
        return new Fault(
                effect,
                Optional.of(method),
                Pattern.compile(path),
                holding,
                first,
                times,
                probability,
                seed,
                pause,
                form);
    }

    /** The same for requests whose path, query or body holds this text only. */
    public Fault holding(String text) {
        return new Fault(effect, method, path, Optional.of(text), first, times, probability, seed, pause, form);
    }

    /** The same from the {@code first}-th matching request on, so many times. */
    public Fault from(int first, int times) {
        return new Fault(effect, method, path, holding, first, times, probability, seed, pause, form);
    }

    /** The same, always, but for each request with this probability only. */
    public Fault sometimes(double probability, long seed) {
        return new Fault(effect, method, path, holding, first, Integer.MAX_VALUE, probability, seed, pause, form);
    }

    /** The same with this wait. */
    public Fault pausing(Duration pause) {
        return new Fault(effect, method, path, holding, first, times, probability, seed, pause, form);
    }

    /** The same with another form of 429. */
    public Fault saying(LimitForm form) {
        return new Fault(effect, method, path, holding, first, times, probability, seed, pause, form);
    }

    /** Reads the JSON form. Fails on a field or a name it does not know. */
    static Fault of(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("A fault has no '" + name + "'; it has " + FIELDS + ".");
            }
        });
        boolean dice = json.has("probability");
        return new Fault(
                Effect.of(json.path("effect").asText()),
                Optional.ofNullable(json.get("method")).map(JsonNode::asText),
                Pattern.compile(json.path("path").asText("")),
                Optional.ofNullable(json.get("holding")).map(JsonNode::asText),
                json.path("first").asInt(1),
                json.path("times").asInt(dice ? Integer.MAX_VALUE : 1),
                json.path("probability").asDouble(1),
                json.path("seed").asLong(1),
                Duration.ofMillis(json.path("waitMillis").asLong(1000)),
                LimitForm.of(json.path("form").asText("provider")));
    }

    Armed arm() {
        return new Armed(this, new Random(seed));
    }

    /** A fault with its count and its dice. */
    static final class Armed {

        private final Fault fault;
        private final Random dice;
        private int matched;
        private int struck;

        private Armed(Fault fault, Random dice) {
            this.fault = fault;
            this.dice = dice;
        }

        boolean strikes(Asked asked) {
            if (!fault.method.map(asked.method()::equals).orElse(true)
                    || !fault.path.matcher(asked.path()).find()
                    || !fault.holding.map(asked::holds).orElse(true)) {
                return false;
            }
            matched++;
            boolean strikes = matched >= fault.first && struck < fault.times && dice.nextDouble() < fault.probability;
            if (strikes) {
                struck++;
            }
            return strikes;
        }

        Fault fault() {
            return fault;
        }
    }
}
