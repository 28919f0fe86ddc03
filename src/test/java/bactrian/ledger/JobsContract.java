package bactrian.ledger;

import static bactrian.outcome.Code.CANCELLED;
import static bactrian.outcome.Code.DUPLICATE;
import static bactrian.outcome.Code.INVALID_VALUE;
import static bactrian.outcome.Code.NOT_FOUND;
import static bactrian.outcome.Code.SYNTAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job's life, for every kind of ledger. */
abstract class JobsContract extends LedgerContract {
    private static final String OTHER = "20261122T022059Z-prio-0000";

    @Test
    void aJobIsKeptAsItArrived() {
        Job received = ledger.jobs().receive(JOB, Drafts.arrival("abc"));

        assertThat(job()).isEqualTo(received);
        assertThat(received.state()).isEqualTo(JobState.RECEIVED);
        assertThat(received.arrival()).isEqualTo(Drafts.arrival("abc"));
        assertThat(received.tally()).isEqualTo(Tally.NONE);
        assertThat(received.receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void anIdIsUsedOnce() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.jobs().receive(JOB, Drafts.arrival("def")))
                .withMessageContaining(JOB);
    }

    @Test
    void jobsAreFoundByIdByItsStartAndByWhatTheyAre() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        ledger.jobs().receive(OTHER, Drafts.arrival("def"));

        assertThat(ledger.jobs().find("20261122T022055")).map(Job::id).contains(JOB);
        assertThat(ledger.jobs().find("20261122")).as("two start so").isEmpty();
        assertThat(ledger.jobs().find("")).isEmpty();
        assertThat(ledger.jobs().withIdentity("inbox/prio.csv#def"))
                .map(Job::id)
                .contains(OTHER);
        assertThat(ledger.jobs().newest(1)).extracting(Job::id).containsExactly(OTHER);
        assertThat(ledger.jobs().in(JobState.RECEIVED)).extracting(Job::id).containsExactly(JOB, OTHER);
    }

    @Test
    void theSameContentIsKnownWhileItMayStillHaveAnEffect() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        ledger.jobs().receive(OTHER, Drafts.arrival("abc"));
        assertThat(ledger.jobs().sameContent("abc", OTHER)).map(Job::id).contains(JOB);

        ledger.jobs().reject(JOB, SYNTAX, "not JSON");

        assertThat(ledger.jobs().sameContent("abc", OTHER)).isEmpty();
        assertThat(job().reason()).contains(new Job.Reason(SYNTAX, "not JSON"));
        assertThat(job().finishedAt()).contains(clock.instant());
    }

    @Test
    void ofTwoJobsWithTheSameContentOnlyTheLaterIsASecond() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        ledger.jobs().receive(OTHER, Drafts.arrival("abc"));

        assertThat(ledger.jobs().sameContent("abc", JOB)).isEmpty();
        assertThat(ledger.jobs().sameContent("abc", OTHER)).map(Job::id).contains(JOB);
    }

    @Test
    void aJobRunsToItsEnd() {
        drafts().call(2).planned(JOB);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ledger.jobs().start(JOB, "ann")).isTrue();
        assertThat(job().startedAt()).contains(clock.instant());
        assertThat(ledger.jobs().settled()).isEmpty();
        assertThat(ledger.jobs().finish(JOB)).as("has open calls").isFalse();
        succeed(claim());
        assertThat(ledger.jobs().settled()).extracting(Job::id).containsExactly(JOB);

        assertThat(ledger.jobs().finish(JOB)).isTrue();

        assertThat(job().state()).isEqualTo(JobState.DONE);
        assertThat(ledger.jobs().settled()).isEmpty();
        assertThat(ledger.jobs().sameContent("sha-" + JOB, OTHER)).isPresent();
        assertThat(ledger.history().of(JOB))
                .containsExactly(
                        "2026-11-22T02:20:55Z  bactrian  received from inbox:prio.csv",
                        "2026-11-22T02:20:55Z  bactrian  planned: 2 edits, 1 calls",
                        "2026-11-22T02:20:56Z  ann  started",
                        "2026-11-22T02:20:56Z  bactrian  done");
    }

    @Test
    void aJobWithoutCallsIsSettledOnceItRuns() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        try (PlanWriter plan = ledger.jobs().plan(JOB)) {
            plan.unsent(1, Outcome.failed(INVALID_VALUE, "no date"));
            plan.unsent(0, Outcome.skipped(DUPLICATE, ""));
            plan.commit(2);
        }
        assertThat(ledger.jobs().settled()).isEmpty();

        ledger.jobs().start(JOB, "test");

        assertThat(ledger.jobs().settled()).extracting(Job::tally).containsExactly(new Tally(2, 0, 1, 1, 0));
        assertThat(verdicts(0, 9)).isEqualTo(Map.of(0L, "duplicate by 0", 1L, "invalid-value by 0"));
        assertThat(ledger.jobs().finish(JOB)).isTrue();
    }

    @Test
    void aJobWhoseTotalsDoNotAddUpDoesNotEnd() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        try (PlanWriter plan = ledger.jobs().plan(JOB)) {
            plan.unsent(0, Outcome.skipped(DUPLICATE, ""));
            plan.commit(2);
        }
        ledger.jobs().start(JOB, "test");

        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.jobs().finish(JOB))
                .withMessageContaining("it has 2 edits, but 1 outcomes");
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aPlanThatWasNotCommittedIsForgotten() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        try (PlanWriter plan = ledger.jobs().plan(JOB)) {
            plan.change(Drafts.change(LANE, "high"));
            plan.unsent(0, Outcome.failed(INVALID_VALUE, ""));
        }
        assertThat(job().tally()).isEqualTo(Tally.NONE);

        try (PlanWriter plan = ledger.jobs().plan(JOB)) {
            int change = plan.change(Drafts.change(LANE, "low"));
            plan.call(new DraftCall(1, change, 0, List.of(0L), List.of("a"), List.of()));
            plan.commit(1);
        }

        ledger.jobs().start(JOB, "test");
        assertThat(claim().call().change()).isEqualTo(Drafts.change(LANE, "low"));
    }

    @Test
    void onlyAReceivedJobIsPlanned() {
        drafts().call(1).planned(JOB);

        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.jobs().plan(JOB))
                .withMessageContaining("does not wait to be planned");
    }

    @Test
    void anEarlierPlannerNoticesALaterOne() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        try (PlanWriter earlier = ledger.jobs().plan(JOB);
                PlanWriter later = ledger.jobs().plan(JOB)) {
            earlier.unsent(0, Outcome.succeeded());

            assertThatIllegalStateException()
                    .isThrownBy(() -> earlier.commit(1))
                    .withMessageContaining("planned elsewhere");
            later.unsent(0, Outcome.succeeded());
            later.commit(1);
        }
        assertThat(job().tally()).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    @Test
    void aHeldJobWaitsForApproval() {
        drafts().call(1).planned(JOB);

        assertThat(ledger.jobs().hold(JOB, DUPLICATE, "as 2026…")).isTrue();

        assertThat(job().reason()).contains(new Job.Reason(DUPLICATE, "as 2026…"));
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(ledger.jobs().start(JOB, "ann")).isTrue();
        assertThat(job().reason()).isEmpty();
        assertThat(drain(LANE)).containsExactly(1);
    }

    @Test
    void aPausedJobIsNotSentButFollowed() {
        drafts().call(LANE, 0, 1).call(LANE, 0, 1).call(LANE, 1, 1).running(JOB);
        Pursuit status = new Pursuit("status", JsonNodeFactory.instance.objectNode());
        ledger.calls().follow(claim(), status, clock.instant(), "");

        assertThat(ledger.jobs().pause(JOB, "ann")).isTrue();

        Claim asked = claim();
        assertThat(asked.pursuit()).isPresent();
        succeed(asked);
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(ledger.jobs().resume(JOB, "ann")).isTrue();
        assertThat(drain(LANE)).containsExactly(2, 3);
        assertThat(ledger.jobs().finish(JOB)).isTrue();
    }

    @Test
    void whatIsInFlightSettlesWhenAJobIsCancelled() {
        drafts().call(LANE, 0, 1).call(LANE, 0, 2, 1).call(LANE, 1, 3).running(JOB);
        Claim inFlight = claim();

        assertThat(ledger.jobs().cancel(JOB, "ann")).isTrue();

        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(ledger.jobs().settled()).isEmpty();
        succeed(inFlight);
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(job().tally()).isEqualTo(new Tally(6, 1, 5, 0, 0));
        assertThat(ledger.jobs().settled()).extracting(Job::id).containsExactly(JOB);
        assertThat(ledger.jobs().finish(JOB)).isTrue();
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(job().reason()).contains(new Job.Reason(CANCELLED, "cancelled by ann"));
        assertThat(verdicts(0, 3)).isEqualTo(Map.of(0L, "ok by 1", 1L, "cancelled by 0", 2L, "cancelled by 0"));
        assertThat(ledger.jobs().cancel(JOB, "bob")).isFalse();
    }

    @Test
    void whatSomebodySaysOfAJobIsThereOnceInItsOrder() {
        drafts().call(1).running(JOB);

        for (String what : List.of("second to none", "first of all", "second to none")) {
            ledger.history().note(JOB, "plan", what);
        }
        ledger.history().note(JOB, "ann", "something else");

        assertThat(ledger.history().said(JOB, "plan")).containsExactly("second to none", "first of all");
        assertThat(ledger.history().said("nobody", "plan")).isEmpty();
    }

    @Test
    void whatWouldGoOutAgainIsCancelledWithItsJob() {
        drafts().call(1).call(1).call(2).running(JOB);
        Claim repeated = claim();
        Claim released = claim();
        Claim divided = claim();
        ledger.jobs().cancel(JOB, "ann");

        ledger.calls().repeat(repeated, clock.instant(), Trace.MAY_BE_APPLIED, "answer lost");
        ledger.calls().release(released);
        ledger.calls()
                .divide(
                        divided,
                        List.of(Optional.of(Outcome.failed(NOT_FOUND, "")), Optional.<Outcome>empty()),
                        List.of(List.of(1)),
                        false);

        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(verdicts(0, 4))
                .isEqualTo(
                        Map.of(0L, "cancelled by 1", 1L, "cancelled by 0", 2L, "not-found by 3", 3L, "cancelled by 0"));
        assertThat(job().calls()).isEqualTo(2);
        assertThat(ledger.jobs().finish(JOB)).isTrue();
    }

    @Test
    void aJobCancelledBeforeItIsPlannedSendsNothing() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        ledger.jobs().cancel(JOB, "ann");
        try (PlanWriter plan = ledger.jobs().plan(JOB)) {
            int change = plan.change(Drafts.change(LANE, "low"));
            plan.call(new DraftCall(1, change, 0, List.of(0L), List.of("a"), List.of()));

            plan.commit(1);
        }

        assertThat(ledger.jobs().start(JOB, "bactrian")).isFalse();
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(ledger.jobs().settled()).extracting(Job::tally).containsExactly(new Tally(1, 0, 1, 0, 0));
    }

    @Test
    void verbsThatDoNotFitChangeNothing() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));

        assertThat(ledger.jobs().start(JOB, "ann")).isFalse();
        assertThat(ledger.jobs().hold(JOB, DUPLICATE, "")).isFalse();
        assertThat(ledger.jobs().pause(JOB, "ann")).isFalse();
        assertThat(ledger.jobs().resume(JOB, "ann")).isFalse();
        assertThat(ledger.jobs().finish(JOB)).isFalse();
        assertThat(ledger.jobs().cancel("nobody", "ann")).isFalse();
        assertThat(ledger.history().of(JOB)).hasSize(1);
    }
}
