package bactrian.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How one edit is undone. */
public sealed interface Undo {

    /** @param steps edits of the same target, to be made in this order; at least one */
    record Steps(List<Step> steps) implements Undo {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** @param why a sentence for people */
    record Impossible(String why) implements Undo {}

    /** One edit that takes part in undoing another. @param operation of the same provider */
    record Step(String operation, ObjectNode values) {}
}
