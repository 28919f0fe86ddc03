package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** One provider behind its server. Calls come one at a time. */
public interface Service {

    /** The provider's short name. */
    String provider();

    /** What the public base URL ends in, such as {@code /api/v1}. */
    String base();

    /** The credential the request carries, in any form the provider accepts. */
    Optional<String> credential(Asked asked);

    /** Answers an admitted request. */
    Answer serve(Asked asked);

    /** Hands on the JSON object that a request carries; where there is none, the provider says so. */
    default Answer read(Asked asked, Function<ObjectNode, Answer> then) {
        if (!asked.saysJson()) {
            return voice().unreadable(415);
        }
        return asked.object().map(then).orElseGet(() -> voice().unreadable(400));
    }

    /** How the provider talks. */
    Voice voice();

    /** The present state of a target; empty when it does not exist. */
    Optional<ObjectNode> state(String id);

    /** Puts things into the world: {@code {"<kind>": {"<id>": {"<field>": value, …}, …}}}. */
    void seed(JsonNode things);

    /** Work that goes on after an answer. */
    Works works();

    /** Every change, in the order it was applied. */
    Journal journal();
}
