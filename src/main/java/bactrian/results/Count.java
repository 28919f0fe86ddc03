package bactrian.results;

import bactrian.ledger.Tally;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts edits by what became of them, each as it is written down. */
final class Count {
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<Code, Long> codes = new EnumMap<>(Code.class);

    private long guarded;

    /** So many cells were marked as text. */
    void addGuarded(int cells) {
        guarded += cells;
    }

    long guarded() {
        return guarded;
    }

    void add(Outcome outcome) {
        statuses.merge(outcome.status(), 1L, Long::sum);
        codes.merge(outcome.code(), 1L, Long::sum);
    }

    Tally tally() {
        return new Tally(
                statuses.values().stream().mapToLong(Long::longValue).sum(),
                of(Status.SUCCEEDED),
                of(Status.FAILED),
                of(Status.SKIPPED),
                of(Status.UNKNOWN));
    }

    /** Edits by code, {@code ok} left out, most frequent first. */
    Map<String, Long> codes() {
        Map<String, Long> words = new LinkedHashMap<>();
        codes.entrySet().stream()
                .filter(entry -> entry.getKey() != Code.OK)
                .sorted(Map.Entry.<Code, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> words.put(entry.getKey().word(), entry.getValue()));
        return words;
    }

    private long of(Status status) {
        return statuses.getOrDefault(status, 0L);
    }
}
