package bactrian.ledger;

import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls of running jobs, claimed and settled by lanes. Every verb that takes a claim gives it back. */
public final class Calls {

    Calls() {}

    /**
     * Takes the next call of a connection that is due: one that is followed, then one that waits for a further attempt,
     * then the first ready one of the oldest running job. Two claims never get one call.
     */
    public Optional<Claim> claim(String connection) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@link #claim} would find one now. Cheap. */
    public boolean hasDue(String connection) {
        throw new UnsupportedOperationException();
    }

    /** When the next call of the connection becomes due, where one waits or is followed. */
    public Optional<Instant> nextDue(String connection) {
        throw new UnsupportedOperationException();
    }

    /** @param outcomes one an edit, in the call's order */
    public void settle(Claim claim, List<Outcome> outcomes) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts the call off for a further attempt.
     *
     * @param mayBeApplied this attempt may have been applied
     */
    public void repeat(Claim claim, Instant due, boolean mayBeApplied, String why) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts the call off without counting an attempt.
     *
     * @param onTheWire whether the request did reach the provider (429), so that requests stay countable
     */
    public void defer(Claim claim, Instant due, boolean onTheWire, String why) {
        throw new UnsupportedOperationException();
    }

    /** The provider has taken the call; it is asked again at {@code due}. */
    public void follow(Claim claim, Pursuit pursuit, Instant due, String progress) {
        throw new UnsupportedOperationException();
    }

    /** The call turned out to be never taken: its edits may be sent again at once. */
    public void unfollow(Claim claim) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces the call by smaller ones, which inherit its place in the order.
     *
     * @param settled one an edit, in the call's order; edits without an outcome are in exactly one part
     * @param parts places (from 0) of the edits of each new call
     * @param repeated the parts were sent before and proved not applied, see {@link bactrian.operation.Call#repeats}
     */
    public void divide(Claim claim, List<Optional<Outcome>> settled, List<List<Integer>> parts, boolean repeated) {
        throw new UnsupportedOperationException();
    }

    /** How many extra calls were made so far by dividing the call this one descends from. */
    public int divisions(Claim claim) {
        throw new UnsupportedOperationException();
    }

    /** Gives an unsent claim back as it was, for example at shutdown. */
    public void release(Claim claim) {
        throw new UnsupportedOperationException();
    }

    /** Calls that were being sent when the process that sent them died, claimed for the caller. */
    public List<Claim> interrupted() {
        throw new UnsupportedOperationException();
    }

    /** The calls of a job as evidence, by number. */
    public List<CallRecord> of(String job) {
        throw new UnsupportedOperationException();
    }

    /** Gives every settled edit of a job with {@code from <= ordinal < to} to the sink, in no particular order. */
    public void verdicts(String job, long from, long to, VerdictSink sink) {
        throw new UnsupportedOperationException();
    }

    /** Takes what became of edits. */
    @FunctionalInterface
    public interface VerdictSink {
        /** @param call the number of the call that carried the edit; 0 where none did */
        void take(long ordinal, Outcome outcome, int call);
    }
}
