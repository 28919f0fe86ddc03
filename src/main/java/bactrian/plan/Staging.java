package bactrian.plan;

import bactrian.instruction.EditSink;
import bactrian.ledger.PlanSink;
import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Problem;
import bactrian.outcome.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Takes the edits of a document while it is read, before it is known whether the document is refused: onto a shelf a
 * section and kind, with a mark against sections in which a target seems to come twice.
 */
final class Staging implements EditSink {
    private static final int INVALID = 0;

    private final Kinds kinds;
    private final Shelves edits;
    private final Shelves unsent;
    private final Sieve seen;
    private final SeenAgain seenAgain;
    private final Map<String, Integer> sectionOf = new HashMap<>();
    private final BitSet repeating = new BitSet();
    private int sections;
    private long count;

    /** @param bytes of the document, to size what is needed */
    Staging(Scratch scratch, Kinds kinds, long bytes) {
        this.kinds = kinds;
        this.edits = new Shelves(scratch, "edits");
        this.unsent = new Shelves(scratch, "unsent");
        this.seen = new Sieve(4 * bytes);
        this.seenAgain = new SeenAgain(seen);
    }

    @Override
    public void edit(Edit edit) {
        try {
            int kind = kinds.of(edit);
            count++;
            if (edit.change().where().isPresent()) {
                edits.put(sections++, kind, edit.ordinal(), 0, "");
                sectionOf.remove(edit.change().connection());
                return;
            }
            int section = section(edit.change().connection());
            long key = Sieve.key(section, edit.target());
            if (!seen.add(key)) {
                seenAgain.add(key);
                repeating.set(section);
            }
            edits.put(section, kind, edit.ordinal(), 0, edit.target());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void invalid(long ordinal, Problem problem) {
        settled(ordinal, problem.outcome());
    }

    @Override
    public void settled(long ordinal, Outcome outcome) {
        try {
            unsent.put(
                    INVALID, outcome.status().ordinal(), ordinal, outcome.code().ordinal(), outcome.message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sections are numbered from 0, those of one connection in their order. */
    int sections() {
        return sections;
    }

    /** How many valid edits there are. */
    long count() {
        return count;
    }

    /** The edits: major number = section, minor number = kind. */
    Shelves edits() {
        return edits;
    }

    /** Whether some target may come twice in the section; if not, certainly none does. */
    boolean repeating(int section) {
        return repeating.get(section);
    }

    /** Whether this target may come twice in its section; if not, it certainly does not. */
    boolean repeating(int section, String target) {
        return seenAgain.mayHold(Sieve.key(section, target));
    }

    /** Hands on the edits that are never sent. */
    void giveUnsent(PlanSink sink) throws IOException {
        unsent.each(
                INVALID,
                INVALID + 1,
                (major, minor, ordinal, code, message) -> sink.unsent(
                        ordinal,
                        new Outcome(Status.values()[minor], Code.values()[code], message, OptionalLong.empty())));
    }

    private int section(String connection) {
        Integer current = sectionOf.get(connection);
        if (current == null) {
            current = sections++;
            sectionOf.put(connection, current);
        }
        return current;
    }
}
