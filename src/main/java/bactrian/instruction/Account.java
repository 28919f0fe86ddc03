package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps count while a document is read: every edit gets its ordinal here and nowhere else. */
final class Account {
    private final EditSink sink;
    private final List<Problem> problems = new ArrayList<>();
    private long problemCount;
    private Optional<Problem> refusal = Optional.empty();
    private long edits;
    private long invalid;
    private boolean operationSeen;

    Account(EditSink sink) {
        this.sink = sink;
    }

    /** The ordinal of the next edit. */
    long next() {
        return edits;
    }

    void valid(Edit edit) {
        edits++;
        if (refusal.isEmpty()) {
            sink.edit(edit);
        }
    }

    /** Counts an edit that fails alone, for a problem that is noted apart. */
    void invalid(Problem problem) {
        long ordinal = edits++;
        invalid++;
        if (refusal.isEmpty()) {
            sink.invalid(ordinal, problem);
        }
    }

    void note(Problem problem) {
        problemCount++;
        if (problems.size() < Findings.LISTED) {
            problems.add(problem);
        }
    }

    void refuse(Problem problem) {
        note(problem);
        refusal = refusal.or(() -> Optional.of(problem));
    }

    /** Notes whether a row or an instruction names an operation of the catalogue. */
    void operationKnown(boolean known) {
        operationSeen |= known;
    }

    Findings findings() {
        if (refusal.isEmpty() && edits > 0 && !operationSeen) {
            refusal = problems.stream().filter(Account::namesNoOperation).findFirst();
        }
        return new Findings(refusal, problems, problemCount, edits, invalid);
    }

    private static boolean namesNoOperation(Problem problem) {
        return problem.code() == Code.UNKNOWN_PROVIDER || problem.code() == Code.UNKNOWN_OPERATION;
    }
}
