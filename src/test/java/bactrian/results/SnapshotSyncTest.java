package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.plan.JobOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that are synced: only what differs from what was applied for certain is sent. */
class SnapshotSyncTest {
    private static final Map<String, String> NEVER_HELD = JobOptions.scheduled("people", Optional.of(1.0), false);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverFailsTheStateConvergesAndOnlyDifferencesAreSent(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> state = new TreeMap<>();
        Set<String> certain = new TreeSet<>();
        try (Desk desk = new Desk(folder)) {
            for (int run = 0; run < 12; run++) {
                Map<String, String> snapshot = snapshot(random);
                boolean healthy = run == 11;
                Job job = desk.hand("people.csv", NEVER_HELD, csv(snapshot));
                Set<String> sent = new TreeSet<>();

                desk.settle(target -> {
                    sent.add(target);
                    boolean fails = !healthy && random.nextInt(4) == 0;
                    boolean applied = !fails || random.nextBoolean();
                    if (applied) {
                        state.put(target, snapshot.getOrDefault(target, ""));
                    }
                    (fails ? new TreeSet<String>() : certain).add(target);
                    if (fails) {
                        certain.remove(target);
                    }
                    return fails ? Outcome.failed(Code.TIMEOUT, "perhaps") : Outcome.succeeded();
                });
                desk.results().writeNext();

                Summary summary = Summary.read(folder.resolve("results/" + job.id() + "/summary.json"));
                assertThat(summary.rows().skipped()).isEqualTo(snapshot.size() - sent.size());
                if (healthy) {
                    assertThat(state).containsAllEntriesOf(snapshot);
                }
            }
            Map<String, String> last = snapshot(new Random(seed));
            Job first = desk.hand("people.csv", NEVER_HELD, csv(last));
            Set<String> differing = new TreeSet<>(last.keySet());
            differing.removeIf(
                    target -> last.getOrDefault(target, "").equals(state.get(target)) && certain.contains(target));
            Set<String> sent = new TreeSet<>();
            desk.settle(target -> {
                sent.add(target);
                return Outcome.succeeded();
            });
            desk.results().writeNext();
            assertThat(first.state()).isEqualTo(JobState.RUNNING);
            assertThat(sent).isEqualTo(differing);
        }
    }

    private static Map<String, String> snapshot(Random random) {
        Map<String, String> snapshot = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(5) > 0) {
                snapshot.put(new UUID(0, i).toString(), Boolean.toString(random.nextBoolean()));
            }
        }
        return snapshot;
    }

    /** Of an operation whose calls carry many edits: few calls to settle, however many targets. */
    private static String csv(Map<String, String> snapshot) {
        StringBuilder csv = new StringBuilder("provider,operation,id,isPrio\n");
        snapshot.forEach((id, isPrio) -> csv.append("awork,setprio,")
                .append(id)
                .append(',')
                .append(isPrio)
                .append('\n'));
        return csv.toString();
    }

    @Test
    void whatDidNotChangeIsSkippedAndSaidSo() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.succeeded(), "task_1,a", "task_2,b");

            Job again = run(desk, Outcome.succeeded(), "task_1,a", "task_2,c");

            assertThat(desk.result(again, "results.csv")).contains("task_1,a,1,skipped,unchanged");
            assertThat(desk.result(again, "results.csv")).contains("task_2,c,2,succeeded,ok");
        }
    }

    @Test
    void whatWentBackIsSentAgain() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.succeeded(), "task_1,a");
            run(desk, Outcome.succeeded(), "task_1,b");

            Job back = run(desk, Outcome.succeeded(), "task_1,a");

            assertThat(desk.result(back, "results.csv")).contains("task_1,a,1,succeeded");
        }
    }

    @Test
    void aFailureIsTriedAgainAlsoWhereTheOldValueIsBack() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.succeeded(), "task_1,a");
            run(desk, Outcome.failed(Code.TIMEOUT, ""), "task_1,b");

            Job back = run(desk, Outcome.succeeded(), "task_1,a");

            assertThat(desk.result(back, "results.csv")).contains("task_1,a,1,succeeded");
        }
    }

    @Test
    void whatMayHaveBeenAppliedIsNotSentAgainByItself() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.unknown("lost"), "task_1,a");

            Job next = run(desk, Outcome.succeeded(), "task_1,a");
            Job all = run(desk, JobOptions.scheduled("people", Optional.of(1.0), true), "task_1,a");

            assertThat(desk.result(next, "results.csv")).contains("task_1,a,1,unknown,outcome-unknown");
            assertThat(desk.result(all, "results.csv")).contains("task_1,a,1,succeeded");
        }
    }

    @Test
    void twoChangesOfOneTargetCountAsOne() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.succeeded(), "task_1,a", "task_1,b");

            Job same = run(desk, Outcome.succeeded(), "task_1,a", "task_1,b");
            Job turned = run(desk, Outcome.succeeded(), "task_1,b", "task_1,a");

            assertThat(desk.result(same, "results.csv")).doesNotContain("succeeded");
            assertThat(desk.result(turned, "results.csv")).doesNotContain("skipped");
        }
    }

    @Test
    void moreChangesThanTheGuardAllowsWaitForApproval() throws IOException {
        try (Desk desk = new Desk(folder)) {
            run(desk, Outcome.succeeded(), "task_1,a", "task_2,a", "task_3,a", "task_4,a");
            Map<String, String> guarded = JobOptions.scheduled("people", Optional.of(0.3), false);

            Job few = desk.hand("few.csv", guarded, rows("task_1,b", "task_9,new"));
            desk.settle(target -> Outcome.succeeded());
            desk.results().writeNext();
            Job many = desk.hand("many.csv", guarded, rows("task_1,c", "task_2,c", "task_3,a"));

            assertThat(few.state()).isEqualTo(JobState.RUNNING);
            assertThat(many.state()).isEqualTo(JobState.HELD);
            assertThat(many.reason().orElseThrow().message()).contains("2 of 5 known targets");
        }
    }

    private static Job run(Desk desk, Outcome outcome, String... rows) throws IOException {
        Job job = desk.hand("people.csv", NEVER_HELD, rows(rows));
        desk.settle(target -> outcome);
        desk.results().writeNext();
        return job;
    }

    private static Job run(Desk desk, Map<String, String> options, String... rows) throws IOException {
        Job job = desk.hand("people.csv", options, rows(rows));
        desk.settle(target -> Outcome.succeeded());
        desk.results().writeNext();
        return job;
    }

    private static String rows(String... rows) {
        StringBuilder csv = new StringBuilder("provider,operation,id,text\n");
        for (String row : rows) {
            csv.append("close,update-task,").append(row).append('\n');
        }
        return csv.toString();
    }
}
