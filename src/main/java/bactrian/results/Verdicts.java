package bactrian.results;

import bactrian.ledger.Evidence;
import bactrian.outcome.Outcome;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job's edits, by ordinal. To be asked in ascending order: a window of them is in memory at a time, so
 * that memory does not grow with the job.
 */
final class Verdicts {
    static final int WINDOW = 1 << 18;

    private final Source source;
    private final @Nullable Outcome[] outcomes;
    private final int[] calls;
    private long start;
    private long end;

    /** @param total how many edits there are */
    Verdicts(Source source, long total) {
        this.source = source;
        int size = (int) Math.max(1, Math.min(WINDOW, total));
        this.outcomes = new Outcome[size];
        this.calls = new int[size];
    }

    /** What became of one edit. @param call the number of the call that carried it; 0 where none did */
    record Verdict(Outcome outcome, int call) {}

    /** Gives the verdicts on edits with {@code from <= ordinal < to}, in any order. */
    @FunctionalInterface
    interface Source {
        void read(long from, long to, Evidence.VerdictSink sink);
    }

    /** @throws IllegalStateException when the edit has no outcome, or two */
    Verdict on(long ordinal) {
        if (ordinal < start || ordinal >= end) {
            load(ordinal);
        }
        int place = (int) (ordinal - start);
        Outcome outcome = outcomes[place];
        if (outcome == null) {
            throw new IllegalStateException("edit " + ordinal + " has no outcome");
        }
        return new Verdict(outcome, calls[place]);
    }

    private void load(long from) {
        start = from;
        end = from + outcomes.length;
        Arrays.fill(outcomes, null);
        source.read(start, end, (ordinal, outcome, call) -> {
            int place = Math.toIntExact(ordinal - start);
            if (outcomes[place] != null) {
                throw new IllegalStateException(
                        "edit " + ordinal + " has two outcomes, of calls " + calls[place] + " and " + call);
            }
            outcomes[place] = Objects.requireNonNull(outcome);
            calls[place] = call;
        });
    }
}
