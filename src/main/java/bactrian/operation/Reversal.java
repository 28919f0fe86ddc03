package bactrian.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Whether and how the edits of an operation are undone. Pure. */
public interface Reversal {

    /** Why an edit with these values can be undone in no case; empty where it depends on the values before. */
    Optional<String> never(ObjectNode values);

    /**
     * What puts a target back.
     *
     * @param values the edit's parameters
     * @param before the target's values before the edit, by the names the provider shows them
     */
    Undo undo(ObjectNode values, ObjectNode before);

    /** An operation that cannot be undone. @param why a sentence for people */
    static Reversal none(String why) {
        return new Reversal() {
            @Override
            public Optional<String> never(ObjectNode values) {
                return Optional.of(why);
            }

            @Override
            public Undo undo(ObjectNode values, ObjectNode before) {
                return new Undo.Impossible(why);
            }
        };
    }
}
