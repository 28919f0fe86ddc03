package bactrian.dispatch;

import static bactrian.dispatch.OneLane.OK;
import static bactrian.dispatch.OneLane.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of a whole call that name nobody: halves are tried until the culprits stand alone, within a budget. */
class SplitTest {
    private static final int EDITS = 10_000;
    private static final int LOG2 = 14;
    private static final int MAX_SPLIT_CALLS = 64;

    private final OneLane lane;

    SplitTest(@TempDir Path folder) {
        lane = new OneLane(folder, 100, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onlyCulpritsFailAndEachCostsALogarithmOfCalls(int culprits) throws InterruptedException {
        Set<Integer> bad = culprits(culprits);
        PlannedJob job = job();
        refuse(bad);

        lane.finish(job);

        List<String> outcomes = job.outcomes();
        for (int edit = 0; edit < EDITS; edit++) {
            assertThat(outcomes.get(edit)).isEqualTo(bad.contains(edit) ? "failed rejected" : "succeeded ok");
        }
        assertThat(lane.calls).hasSizeLessThanOrEqualTo(1 + 2 * LOG2 * culprits);
    }

    @Test
    void beyondTheBudgetTheRestFailsWithTheSameMessage() throws InterruptedException {
        Set<Integer> bad = culprits(40);
        PlannedJob job = job();
        refuse(bad);

        lane.finish(job);

        List<String> outcomes = job.outcomes();
        assertThat(outcomes).containsOnly("succeeded ok", "failed rejected").hasSize(EDITS);
        assertThat(bad).allSatisfy(edit -> assertThat(outcomes.get(edit)).isEqualTo("failed rejected"));
        assertThat(lane.calls).hasSizeLessThanOrEqualTo(1 + MAX_SPLIT_CALLS);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.equals("succeeded ok"))
                        .count())
                .as("what was found to be good")
                .isPositive();
        assertThat(job.message(outcomes.indexOf("failed rejected"))).isEqualTo("The provider said 400.");
    }

    private PlannedJob job() {
        return PlannedJob.running(lane.ledger, FakeProvider.change("fake", FakeProvider.SET), EDITS);
    }

    private static Set<Integer> culprits(int number) {
        Random random = new Random(number);
        Set<Integer> bad = new TreeSet<>();
        while (bad.size() < number) {
            bad.add(random.nextInt(EDITS));
        }
        return bad;
    }

    private void refuse(Set<Integer> bad) {
        lane.provider = request -> {
            String body = request.body().orElse("");
            return bad.stream().anyMatch(edit -> body.contains("\"t" + edit + "\"")) ? answer(400, "refused") : OK;
        };
    }
}
