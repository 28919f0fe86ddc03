package bactrian.results;

import bactrian.ledger.Tally;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts edits by what became of them, each as it is written down. */
final class Count {
    private final long[] statuses = new long[Status.values().length];
    private final long[] codes = new long[Code.values().length];
    private final SharedReference reference = new SharedReference();
    private long guarded;

    /** So many cells were marked as text. */
    void addGuarded(int cells) {
        guarded += cells;
    }

    long guarded() {
        return guarded;
    }

    /** The sender's own id, as the rows or instructions say it. */
    SharedReference reference() {
        return reference;
    }

    void add(Outcome outcome) {
        statuses[outcome.status().ordinal()]++;
        codes[outcome.code().ordinal()]++;
    }

    Tally tally() {
        return new Tally(
                Arrays.stream(statuses).sum(),
                of(Status.SUCCEEDED),
                of(Status.FAILED),
                of(Status.SKIPPED),
                of(Status.UNKNOWN));
    }

    /** Edits by code, {@code ok} left out, most frequent first. */
    Map<String, Long> codes() {
        Map<String, Long> words = new LinkedHashMap<>();
        Arrays.stream(Code.values())
                .filter(code -> code != Code.OK && codes[code.ordinal()] > 0)
                .sorted(Comparator.comparingLong((Code code) -> codes[code.ordinal()])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(code -> words.put(code.word(), codes[code.ordinal()]));
        return words;
    }

    private long of(Status status) {
        return statuses[status.ordinal()];
    }
}
