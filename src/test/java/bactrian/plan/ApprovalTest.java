package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Findings;
import bactrian.ledger.Arrival;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.HoldRules;
import bactrian.operation.Holds;
import bactrian.outcome.Code;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalTest {
    private static final HoldRules FEW = new HoldRules(100, HoldRules.Rule.HOLD, HoldRules.Rule.HOLD);

    @TempDir
    private Path folder = Path.of("");

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anOrdinaryJobStarts() {
        assertThat(needed(FEW, job("a", "content", Map.of()), share(100, false, false)))
                .isEmpty();
    }

    @Test
    void whatDestroysSelectsOrIsBigWaitsAndSaysWhy() {
        Job job = job("a", "content", Map.of());

        assertThat(needed(FEW, job, share(3, true, false))).hasValueSatisfying(reason -> assertThat(reason.message())
                .contains("3 edits", "cannot be brought back"));
        assertThat(needed(FEW, job, share(1, false, true)))
                .hasValueSatisfying(reason -> assertThat(reason.message()).contains("selection"));
        assertThat(needed(FEW, job, share(101, false, false))).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo(Code.APPROVAL);
            assertThat(reason.message()).contains("101 edits", "bactrian.hold.rows");
        });
    }

    @Test
    void whatSettingsLetRunRuns() {
        Job job = job("a", "content", Map.of());

        assertThat(needed(HoldRules.NONE, job, share(1_000_000, true, true))).isEmpty();
    }

    @Test
    void theSameContentWhileTheFirstIsOpenWaitsAsADuplicate() {
        job("first", "content", Map.of());

        assertThat(needed(FEW, job("second", "content", Map.of()), share(1, false, false)))
                .hasValueSatisfying(reason -> {
                    assertThat(reason.code()).isEqualTo(Code.DUPLICATE);
                    assertThat(reason.message()).contains("first");
                });
        assertThat(needed(FEW, job("third", "other", Map.of()), share(1, false, false)))
                .isEmpty();
        assertThat(needed(FEW, job("fourth", "content", Map.of("again", "true")), share(1, false, false)))
                .isEmpty();
    }

    @Test
    void aDuplicateThatDestroysSaysBoth() {
        job("first", "content", Map.of());

        assertThat(needed(FEW, job("second", "content", Map.of()), share(3, true, false)))
                .hasValueSatisfying(reason -> assertThat(reason.message()).contains("first", "cannot be brought back"));
    }

    @Test
    void aJobThatSpreadsOverConnectionsIsCountedAsAWhole() {
        Holds holds = new Holds(FEW, Map.of("big", new HoldRules(1000, HoldRules.Rule.HOLD, HoldRules.Rule.HOLD)));
        Job job = job("a", "content", Map.of());

        assertThat(needed(holds, job, at("one", 60), at("two", 60)))
                .hasValueSatisfying(reason ->
                        assertThat(reason.message()).contains("120 edits are more than 100 (bactrian.hold.rows)"));
        assertThat(needed(holds, job, at("one", 60), at("big", 900))).isEmpty();
        assertThat(needed(holds, job, at("one", 60), at("big", 1001)))
                .hasValueSatisfying(reason -> assertThat(reason.message())
                        .contains("1001 edits at connection big", "bactrian.connections.big.hold.rows"));
    }

    private static Share at(String connection, long edits) {
        return new Share(connection, "awork", "setprio", edits, 1, false, false);
    }

    private Optional<Job.Reason> needed(Holds holds, Job job, Share... shares) {
        long edits = List.of(shares).stream().mapToLong(Share::edits).sum();
        Plan plan = new Plan(new Findings(Optional.empty(), List.of(), 0, edits, 0), List.of(shares));
        return new Approval(ledger.jobs(), holds).needed(job, plan);
    }

    private Optional<Job.Reason> needed(HoldRules rules, Job job, Share share) {
        return needed(new Holds(rules, Map.of()), job, share);
    }

    private Job job(String id, String content, Map<String, String> options) {
        return ledger.jobs()
                .receive(
                        id,
                        new Arrival(
                                "test",
                                id + ".csv",
                                "csv",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                content,
                                1,
                                Optional.empty(),
                                options));
    }

    private static Share share(long edits, boolean destroys, boolean selects) {
        return new Share("awork", "awork", "setprio", edits, 1, destroys, selects);
    }
}
