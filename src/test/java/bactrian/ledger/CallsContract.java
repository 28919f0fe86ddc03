package bactrian.ledger;

import static bactrian.outcome.Code.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bactrian.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How calls are claimed and settled, for every kind of ledger. */
abstract class CallsContract extends LedgerContract {

    @Test
    void jobsMayOverlapOrRunOneAfterAnother() {
        drafts().call(1).call(1).running("a");
        drafts().call(1).running("b");
        Claim first = claim();
        Claim second = claim();

        ledger.calls().order(JobOrder.SEQUENTIAL);
        boolean dueWhileTheFirstIsInFlight = hasDue();
        Optional<Claim> early = ledger.calls().claim(LANE);
        succeed(first);
        succeed(second);
        Claim late = claim();

        assertThat(first.call().job()).isEqualTo("a");
        assertThat(second.call().job()).isEqualTo("a");
        assertThat(dueWhileTheFirstIsInFlight).isFalse();
        assertThat(early).isEmpty();
        assertThat(late.call().job()).isEqualTo("b");
    }

    @Test
    void aJobThatIsPausedKeepsItsPlaceWhereJobsRunOneAfterAnother() {
        drafts().call(1).running("a");
        drafts().call(1).running("b");
        ledger.calls().order(JobOrder.SEQUENTIAL);

        ledger.jobs().pause("a", "somebody");
        boolean whilePaused = hasDue();
        ledger.jobs().cancel("a", "somebody");

        assertThat(whilePaused).isFalse();
        assertThat(claim().call().job()).isEqualTo("b");
    }

    @Test
    void aClaimCarriesWhatWasPlanned() {
        drafts().call(3).running(JOB);

        Claim claim = claim();

        assertThat(claim.call().job()).isEqualTo(JOB);
        assertThat(claim.call().number()).isEqualTo(1);
        assertThat(claim.call().change()).isEqualTo(Drafts.change(LANE, "p1"));
        assertThat(claim.call().targets()).containsExactly("target-0", "target-1", "target-2");
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.mayBeApplied()).isFalse();
        assertThat(claim.pursuit()).isEmpty();
    }

    @Test
    void callsGoOutInTheOrderOfTheirNumbersAndJobsInOrderOfArrival() {
        drafts().call(1).call(1).running(JOB);
        drafts().call(1).running("20261122T022056Z-later-0000");

        assertThat(drain(LANE)).containsExactly(1, 2, 1);
    }

    @Test
    void aConnectionGetsOnlyItsOwnCalls() {
        drafts().call("close", 0, 1).call("awork", 0, 1).running(JOB);

        assertThat(ledger.calls().claim("yandex-tracker")).isEmpty();
        assertThat(drain("awork")).containsExactly(2);
    }

    @Test
    void callsOfAJobThatDoesNotRunAreNotClaimed() {
        drafts().call(1).planned(JOB);

        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(hasDue()).isFalse();
    }

    @Test
    void settlingCountsEditsAndCalls() {
        drafts().call(2).running(JOB);

        ledger.calls().settle(claim(), List.of(Outcome.succeeded(), Outcome.failed(NOT_FOUND, "gone")));

        assertThat(job().tally()).isEqualTo(new Tally(2, 1, 1, 0, 0));
        assertThat(job().calls()).isEqualTo(1);
        assertThat(job().retries()).isZero();
        assertThat(verdicts(0, 10)).isEqualTo(Map.of(0L, "ok by 1", 1L, "not-found by 1"));
    }

    @Test
    void aCallIsSettledOnce() {
        drafts().call(1).running(JOB);
        Claim claim = claim();
        succeed(claim);

        assertThatIllegalStateException()
                .isThrownBy(() -> succeed(claim))
                .withMessageContaining("call 1 of job " + JOB + " is not claimed");
    }

    @Test
    void everyEditNeedsAnOutcome() {
        drafts().call(2).running(JOB);
        Claim claim = claim();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.calls().settle(claim, succeeded(1)))
                .withMessageContaining("has 2 edits, not 1");
    }

    @Test
    void aCallWaitsForThoseItNeeds() {
        drafts().call(1).call(1, 1).call(1, 1, 2).running(JOB);
        Claim first = claim();
        assertThat(ledger.calls().claim(LANE)).isEmpty();

        succeed(first);

        assertThat(drain(LANE)).containsExactly(2, 3);
    }

    @Test
    void aSectionWaitsForTheOneBeforeIt() {
        drafts().call(LANE, 0, 1)
                .call(LANE, 0, 1)
                .call(LANE, 1, 1)
                .call("close", 1, 1)
                .running(JOB);
        Claim first = claim();
        Claim second = claim();
        assertThat(drain("close"))
                .as("barriers of another connection do not count")
                .containsExactly(4);
        succeed(first);
        assertThat(ledger.calls().claim(LANE)).isEmpty();

        succeed(second);

        assertThat(drain(LANE)).containsExactly(3);
    }

    @Test
    void laterEditsWaitWhereAnOutcomeIsUnknown() {
        drafts().call(LANE, 0, 1).call(LANE, 0, 1, 1).call(LANE, 1, 1).running(JOB);
        var until = clock.instant().plusSeconds(30);

        ledger.calls().settle(claim(), List.of(Outcome.unknown("lost")), Optional.of(until));

        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(due(LANE)).contains(until);
        clock.advance(Duration.ofSeconds(30));
        assertThat(drain(LANE)).containsExactly(2, 3);
    }

    @Test
    void aLaterSectionWaitsToo() {
        drafts().call(LANE, 0, 1).call(LANE, 1, 1).running(JOB);
        var until = clock.instant().plusSeconds(30);

        ledger.calls().settle(claim(), List.of(Outcome.unknown("lost")), Optional.of(until));

        assertThat(hasDue()).isFalse();
        assertThat(due(LANE)).contains(until);
        clock.advance(Duration.ofSeconds(30));
        assertThat(drain(LANE)).containsExactly(2);
    }

    @Test
    void callsAreKeptAsEvidence() {
        drafts().call(1).call(2).call(1).running(JOB);
        ledger.calls().defer(claim(), clock.instant().plusSeconds(9), Trace.REFUSED, "asked to wait 9 s");

        List<CallRecord> records = ledger.evidence().calls(JOB, 1, 2);

        assertThat(records).hasSize(2);
        assertThat(records.get(0).state()).isEqualTo("waiting");
        assertThat(records.get(0).requests()).isEqualTo(1);
        assertThat(records.get(0).note()).isEqualTo("asked to wait 9 s");
        assertThat(records.get(0).sentAt()).contains(clock.instant());
        assertThat(records.get(1).state()).isEqualTo("ready");
        assertThat(records.get(1).outcomes()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(ledger.evidence().calls(JOB, 3, 2)).hasSize(1);
    }

    @Test
    void nothingIsClaimedFromAPausedConnection() {
        drafts().call(1).running(JOB);

        assertThat(ledger.pauses().pause(LANE, "ann")).isTrue();

        assertThat(ledger.pauses().pause(LANE, "bob")).as("paused already").isFalse();
        assertThat(ledger.pauses().all()).containsExactly(new Pauses.Pause(LANE, "ann", clock.instant()));
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(hasDue()).isFalse();
        assertThat(ledger.pauses().resume(LANE)).isTrue();
        assertThat(drain(LANE)).containsExactly(1);
    }
}
