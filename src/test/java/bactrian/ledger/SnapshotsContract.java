package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Applied.Certainty;
import bactrian.operation.Fingerprints;
import bactrian.outcome.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What schedules have applied, for every kind of ledger. */
abstract class SnapshotsContract extends LedgerContract {
    private static final String SCHEDULE = "nightly";

    @Test
    void whatWasAppliedForCertainIsKeptWhenTheJobHasEndedAndNotBefore() {
        drafts().call(3).running(JOB);
        ledger.snapshots().draft(JOB, List.of(draft(0, "a"), draft(1, "old")));
        ledger.snapshots().draft(JOB, List.of(draft(1, "b"), draft(2, "c")));
        assertThat(ledger.snapshots().count(SCHEDULE)).isZero();
        ledger.calls()
                .settle(
                        claim(),
                        List.of(
                                Outcome.succeeded(),
                                Outcome.failed(bactrian.outcome.Code.NOT_FOUND, "gone"),
                                Outcome.unknown("lost")));

        ledger.snapshots().keep(SCHEDULE, JOB, ledger.evidence());
        ledger.snapshots().keep(SCHEDULE, JOB, ledger.evidence());

        assertThat(ledger.snapshots().after(SCHEDULE, ""))
                .containsExactlyInAnyOrder(
                        draft(0, "a"),
                        new Applied(target(1), Fingerprints.NONE, Certainty.CERTAIN),
                        new Applied(target(2), "c", Certainty.DOUBTFUL));
        assertThat(ledger.snapshots().count("another")).isZero();
    }

    @Test
    void aJobThatSentNothingHasAppliedNothing() {
        drafts().call(1).running(JOB);
        ledger.snapshots().draft(JOB, List.of(draft(0, "a")));
        ledger.jobs().cancel(JOB, "test");

        ledger.snapshots().keep(SCHEDULE, JOB, ledger.evidence());

        assertThat(ledger.snapshots().count(SCHEDULE)).isZero();
    }

    /** More than are moved or read at once. */
    @Test
    void manyAreKeptInOrder() {
        int many = 12_000;
        drafts().call(many).running(JOB);
        ledger.snapshots()
                .draft(
                        JOB,
                        IntStream.range(0, many).mapToObj(i -> draft(i, "a")).toList());
        succeed(claim());

        ledger.snapshots().keep(SCHEDULE, JOB, ledger.evidence());

        assertThat(ledger.snapshots().count(SCHEDULE)).isEqualTo(many);
        List<Applied> first = ledger.snapshots().after(SCHEDULE, "");
        List<Applied> second =
                ledger.snapshots().after(SCHEDULE, first.get(first.size() - 1).target());
        assertThat(first).hasSize(5_000).extracting(Applied::target).isSorted();
        assertThat(second.get(0).target())
                .isGreaterThan(first.get(first.size() - 1).target());
    }

    private static Applied draft(int ordinal, String change) {
        return Applied.draft(target(ordinal), change);
    }

    private static String target(int ordinal) {
        return Fingerprints.ofTarget(Drafts.change(LANE, "p1"), "target-" + ordinal);
    }
}
