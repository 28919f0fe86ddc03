package bactrian.dispatch;

import bactrian.ledger.Arrival;
import bactrian.ledger.DraftCall;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.PlanWriter;
import bactrian.operation.Change;
import bactrian.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A job whose plan a test writes by hand. */
public record PlannedJob(Ledger ledger, String id) {

    /** A running job of calls that carry so many edits each, all of one change. */
    public static PlannedJob running(Ledger ledger, Change change, int... sizes) {
        List<DraftCall> calls = new ArrayList<>();
        long ordinal = 0;
        for (int size : sizes) {
            List<Long> ordinals =
                    LongStream.range(ordinal, ordinal + size).boxed().toList();
            ordinal += size;
            calls.add(new DraftCall(
                    calls.size() + 1,
                    1,
                    1,
                    ordinals,
                    ordinals.stream().map(o -> "t" + o).toList(),
                    List.of()));
        }
        return running(ledger, change, calls);
    }

    /** A running job of these calls, all of one change. */
    static PlannedJob running(Ledger ledger, Change change, List<DraftCall> calls) {
        String id =
                "job-" + change.operation() + "-" + ledger.jobs().newest(1000).size();
        ledger.jobs()
                .receive(
                        id,
                        new Arrival(
                                "test",
                                "test.csv",
                                "csv",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "00",
                                0,
                                Optional.empty(),
                                Map.of()));
        try (PlanWriter plan = ledger.jobs().plan(id)) {
            plan.change(change);
            calls.forEach(plan::call);
            plan.commit(calls.stream().mapToLong(call -> call.ordinals().size()).sum());
        }
        ledger.jobs().start(id, "test");
        return new PlannedJob(ledger, id);
    }

    public Job job() {
        return ledger.jobs().find(id).orElseThrow();
    }

    /** One word an edit, in order: status and code, or a dash where it has no outcome yet. */
    public List<String> outcomes() {
        Map<Long, Outcome> found = verdicts();
        long total = job().tally().total();
        return IntStream.range(0, (int) total)
                .mapToObj(ordinal -> Optional.ofNullable(found.get((long) ordinal))
                        .map(outcome ->
                                outcome.status().word() + " " + outcome.code().word())
                        .orElse("-"))
                .toList();
    }

    public String message(long ordinal) {
        return Optional.ofNullable(verdicts().get(ordinal))
                .map(Outcome::message)
                .orElse("-");
    }

    private Map<Long, Outcome> verdicts() {
        Map<Long, Outcome> found = new TreeMap<>();
        ledger.evidence().verdicts(id, 0, Long.MAX_VALUE, (ordinal, outcome, call) -> found.put(ordinal, outcome));
        return found;
    }
}
