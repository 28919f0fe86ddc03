package bactrian.proof;

import bactrian.operation.Change;
import bactrian.operation.Operation;
import bactrian.operation.Undo;
import bactrian.proof.Compared.State;
import bactrian.proof.Comparing.Staged;
import bactrian.provider.Reads;
import bactrian.provider.Reads.Difference;
import bactrian.provider.Reads.Expected;
import bactrian.provider.Reads.Extent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes what comparing an edit came to. */
final class LineOf {
    private LineOf() {}

    static ObjectNode unread(Staged edit, String why) {
        return line(edit, State.UNREAD).put(Compared.MESSAGE, why);
    }

    static ObjectNode missing(Staged edit) {
        return line(edit, State.MISSING).put(Compared.MESSAGE, "There is no such target for this account.");
    }

    /** @param first whether no earlier edit of the document changes the target */
    static ObjectNode of(Staged edit, Operation operation, Reads reads, ObjectNode present, boolean first) {
        Change change = edit.change();
        Expected expected = reads.expected(change, present);
        List<Difference> differences = reads.differences(present, expected.values());
        State state = expected.whole() && differences.isEmpty() && first ? State.UNCHANGED : State.CHANGE;
        ObjectNode line = line(edit, state);
        ObjectNode before = reads.kept(change, present);
        line.set(Compared.BEFORE, before);
        ArrayNode changes = line.putArray(Compared.CHANGES);
        differences.forEach(difference -> changes.addObject()
                .put("field", difference.field())
                .<ObjectNode>set("before", difference.found())
                .set("after", difference.wanted()));
        if (expected.extent() == Extent.GONE) {
            line.put(Compared.MESSAGE, "It is taken away.");
        } else if (!expected.whole()) {
            line.put(Compared.MESSAGE, "It also does what cannot be told beforehand.");
        }
        if (state == State.CHANGE
                && operation.reversal().undo(change.values(), before) instanceof Undo.Impossible never) {
            line.put(Compared.UNDO, never.why());
        }
        return line;
    }

    static ObjectNode line(Staged edit, State state) {
        Change change = edit.change();
        ObjectNode line = Compared.line(edit.ordinal(), state)
                .put("provider", change.provider())
                .put("operation", change.operation())
                .put("connection", change.connection());
        change.where().ifPresentOrElse(where -> line.set("where", where), () -> line.put("id", edit.target()));
        return line;
    }
}
