package bactrian.ledger;

import bactrian.operation.Change;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a job's plan into the ledger, in pieces, so that a big plan does not hold up the others. Until {@link #commit}
 * the job stays {@code received} and none of its calls can be claimed; a plan that was not committed is forgotten when
 * the job is planned again.
 */
public final class PlanWriter implements PlanSink, AutoCloseable {
    private static final int PIECE_ROWS = 2000;
    private static final int PIECE_BYTES = 1 << 20;

    private final Store store;
    private final InstantSource clock;
    private final PlanDraft draft;
    private final Map<String, Long> connections = new HashMap<>();
    private final PlanParts parts = new PlanParts();
    private final Function<Change, Optional<Pursuit>> first;
    private final Map<Integer, String> firstQuestions = new HashMap<>();
    private PlanPiece piece = new PlanPiece();
    private int lastChange;
    private int lastCall;
    private int lastUnsent;
    private boolean committed;

    private PlanWriter(Store store, InstantSource clock, PlanDraft draft, Function<Change, Optional<Pursuit>> first) {
        this.first = first;
        this.store = store;
        this.clock = clock;
        this.draft = draft;
    }

    static PlanWriter start(Store store, InstantSource clock, String job, Function<Change, Optional<Pursuit>> first) {
        return new PlanWriter(store, clock, store.write(handle -> PlanDraft.begin(handle, job)), first);
    }

    @Override
    public int change(Change change) {
        long connection = connections.computeIfAbsent(
                change.connection(), name -> store.write(handle -> ConnectionRows.number(handle, name)));
        lastChange++;
        parts.change(lastChange, connection);
        piece.change(lastChange, connection, change);
        first.apply(change)
                .map(ClaimRow::pack)
                .ifPresent(question -> firstQuestions.put(lastChange, question.intern()));
        flushWhenFull();
        return lastChange;
    }

    /** @throws IllegalArgumentException when the number is not the next one, the change is unknown or ordinals do not ascend */
    @Override
    public void call(DraftCall call) {
        if (call.number() != lastCall + 1) {
            throw new IllegalArgumentException("call " + call.number() + " comes after call " + lastCall);
        }
        if (call.change() < 1 || call.change() > lastChange) {
            throw new IllegalArgumentException("call " + call.number() + " has unknown change " + call.change());
        }
        if (call.after().stream().anyMatch(needed -> needed < 1 || needed >= call.number())) {
            throw new IllegalArgumentException("call " + call.number() + " waits for " + call.after());
        }
        lastCall = call.number();
        piece.call(call, parts.place(call), Optional.ofNullable(firstQuestions.get(call.change())));
        flushWhenFull();
    }

    /** Takes the values that the targets of a call are expected to have before it is sent. */
    public void expect(int call, Map<String, ObjectNode> values) {
        piece.expected(call, Captures.pack(values));
        flushWhenFull();
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {
        if (piece.unsentFull()) {
            piece.endUnsent(++lastUnsent);
        }
        piece.unsent(ordinal, outcome);
        flushWhenFull();
    }

    /**
     * The plan is whole: the job becomes {@code planned}; one that was cancelled meanwhile is cancelled now.
     *
     * @param totalEdits all edits of the document, invalid ones too
     */
    public void commit(long totalEdits) {
        flush();
        store.write(handle -> {
            draft.commit(handle, clock, totalEdits, lastCall, parts);
            return true;
        });
        committed = true;
    }

    private void flushWhenFull() {
        if (piece.rows() >= PIECE_ROWS || piece.bytes() >= PIECE_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (piece.hasUnsent()) {
            piece.endUnsent(++lastUnsent);
        }
        PlanPiece full = piece;
        store.write(handle -> {
            draft.require(handle);
            full.write(handle, draft.job());
            return true;
        });
        piece = new PlanPiece();
    }

    /** Forgets what was not committed. */
    @Override
    public void close() {
        if (!committed) {
            store.write(handle -> {
                draft.forget(handle);
                return true;
            });
        }
    }
}
