package bactrian.plan;

import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a saved plan says of a document's edits. Not for several threads. */
public interface Expectations extends AutoCloseable {
    /** There is no saved plan. */
    Expectations NONE = new Expectations() {
        @Override
        public Optional<Outcome> outcome(long ordinal) {
            return Optional.empty();
        }

        @Override
        public Map<String, ObjectNode> before(List<Long> ordinals, List<String> targets) {
            return Map.of();
        }

        @Override
        public void close() {}
    };

    /** What becomes of an edit that is not to be sent; empty where it is. */
    Optional<Outcome> outcome(long ordinal) throws IOException;

    /** Values that targets are expected to have; of a selection all that it selects. Empty where nothing is expected. */
    Map<String, ObjectNode> before(List<Long> ordinals, List<String> targets) throws IOException;

    @Override
    void close() throws IOException;
}
