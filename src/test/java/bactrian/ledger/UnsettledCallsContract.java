package bactrian.ledger;

import static bactrian.outcome.Code.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What else becomes of a claimed call: put off, followed, given back, divided; for every kind of ledger. */
abstract class UnsettledCallsContract extends LedgerContract {

    private static final Pursuit STATUS =
            new Pursuit("status", JsonNodeFactory.instance.objectNode().put("id", "593cd211ef7e8a33"));

    @Test
    void aRepeatWaitsAndCountsAnAttempt() {
        drafts().call(1).running(JOB);

        ledger.calls().repeat(claim(), clock.instant().plusSeconds(30), Trace.MAY_BE_APPLIED, "answer lost");

        assertThat(ledger.calls().claim(LANE)).isEmpty();
        assertThat(due(LANE)).contains(clock.instant().plusSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(hasDue()).isTrue();
        Claim again = claim();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.mayBeApplied()).isTrue();
        succeed(again);
        assertThat(job().calls()).isEqualTo(1);
        assertThat(job().retries()).isEqualTo(1);
    }

    @Test
    void aRefusalForTheRateCountsNoAttemptButARequest() {
        drafts().call(1).running(JOB);
        var refusedAt = clock.instant();

        ledger.calls().defer(claim(), clock.instant().plusSeconds(1), Trace.REFUSED, "429");

        clock.advance(Duration.ofSeconds(1));
        Claim again = claim();
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.refusedSince()).contains(refusedAt);
        succeed(again);
        assertThat(job().retries()).isEqualTo(1);
    }

    @Test
    void theTimeOfAnOutageDoesNotCountAsRefusal() {
        drafts().call(1).call(2).running(JOB);
        Claim before = claim();
        Claim during = claim();
        var start = clock.instant();
        ledger.calls().defer(before, start, Trace.REFUSED, "429");
        clock.advance(Duration.ofMinutes(15));
        ledger.calls().defer(during, clock.instant(), Trace.NOT_SENT, "connection refused");

        clock.advance(Duration.ofMinutes(5));
        ledger.calls().excuse("another", start, clock.instant());
        ledger.calls().excuse(LANE, start.plus(Duration.ofMinutes(10)), clock.instant());

        assertThat(List.of(claim(), claim()))
                .extracting(claim -> claim.refusedSince().orElseThrow())
                .containsExactlyInAnyOrder(start.plus(Duration.ofMinutes(10)), clock.instant());
    }

    @Test
    void whatWasNeverSentCountsNothing() {
        drafts().call(1).running(JOB);

        ledger.calls().defer(claim(), clock.instant(), Trace.NOT_SENT, "connection refused");

        assertThat(job().calls()).isZero();
        assertTheNextAttemptIsTheFirst();
    }

    @Test
    void aFollowedCallIsAskedAgainAndSendsNothing() {
        drafts().call(1).call(1).running(JOB);
        var taken = clock.instant();
        ledger.calls().follow(claim(), STATUS, taken.plusSeconds(2), "10 of 100");
        assertThat(job().progress()).isEqualTo("10 of 100");
        clock.advance(Duration.ofSeconds(2));

        Claim asked = claim();

        assertThat(asked.call().number()).as("goes before what is ready").isEqualTo(1);
        assertThat(asked.pursuit()).contains(STATUS);
        assertThat(asked.followedSince()).contains(taken);
        ledger.calls().follow(asked, STATUS, clock.instant(), "90 of 100");
        succeed(claim());
        assertThat(job().progress()).isEmpty();
        assertThat(job().calls()).isEqualTo(1);
        assertThat(job().retries()).isZero();
    }

    @Test
    void anAskThatIsPutOffStaysAnAsk() {
        drafts().call(1).running(JOB);
        ledger.calls().follow(claim(), STATUS, clock.instant(), "");

        ledger.calls().defer(claim(), clock.instant(), Trace.REFUSED, "429");

        assertThat(claim().pursuit()).contains(STATUS);
    }

    @Test
    void aCallThatWasNeverTakenIsSentAgainAtOnce() {
        drafts().call(1).running(JOB);
        ledger.calls().follow(claim(), STATUS, clock.instant(), "");

        ledger.calls().unfollow(claim());

        Claim again = claim();
        assertThat(again.pursuit()).isEmpty();
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void aReleasedClaimIsAsItWas() {
        drafts().call(1).running(JOB);

        ledger.calls().release(claim());

        assertTheNextAttemptIsTheFirst();
    }

    private void assertTheNextAttemptIsTheFirst() {
        Claim again = claim();
        assertThat(again.attempt()).isEqualTo(1);
        succeed(again);
        assertThat(job().calls()).isEqualTo(1);
        assertThat(job().retries()).isZero();
    }

    @Test
    void aDividedCallGivesItsPlaceToItsParts() {
        drafts().call(4).call(1, 1).call(1).running(JOB);

        ledger.calls()
                .divide(
                        claim(),
                        List.of(
                                Optional.of(Outcome.failed(NOT_FOUND, "")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        List.of(List.of(1, 3), List.of(2)),
                        false);

        Claim half = claim();
        assertThat(half.call().number()).isEqualTo(4);
        assertThat(half.call().targets()).containsExactly("target-1", "target-3");
        assertThat(ledger.calls().divisions(half)).isEqualTo(2);
        Claim rest = claim();
        assertThat(rest.call().targets()).containsExactly("target-2");
        assertThat(claim().call().number())
                .as("not 2, which waits for the parts")
                .isEqualTo(3);
        succeed(half);
        assertThat(ledger.calls().claim(LANE)).isEmpty();
        succeed(rest);
        assertThat(drain(LANE)).containsExactly(2);
        assertThat(verdicts(0, 5))
                .isEqualTo(Map.of(0L, "not-found by 1", 1L, "ok by 4", 2L, "ok by 5", 3L, "ok by 4", 4L, "ok by 2"));
    }

    @Test
    void partsOfPartsCountForTheCallTheyDescendFrom() {
        drafts().call(4).running(JOB);
        List<Optional<Outcome>> none = Collections.nCopies(4, Optional.empty());
        ledger.calls().divide(claim(), none, List.of(List.of(0, 1), List.of(2, 3)), true);

        ledger.calls().divide(claim(), none.subList(0, 2), List.of(List.of(0), List.of(1)), true);

        succeed(claim());
        Claim part = claim();
        assertThat(part.call().number()).isEqualTo(4);
        assertThat(part.call().repeats()).isEqualTo(2);
        assertThat(ledger.calls().divisions(part)).isEqualTo(4);
    }

    @Test
    void noEditIsLostInADivision() {
        drafts().call(3).running(JOB);
        Claim claim = claim();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.calls()
                        .divide(
                                claim,
                                Collections.nCopies(3, Optional.empty()),
                                List.of(List.of(0), List.of(2)),
                                false))
                .withMessageContaining("edit 1 is in no part");
    }

    @Test
    void whatWasBeingSentWhenTheProcessDiedIsHandedOver() {
        drafts().call(1).call(1).call(1).running(JOB);
        ledger.calls().follow(claim(), STATUS, clock.instant(), "");
        claim(); // asks for the first
        Claim sending = claim();
        ledger.close();
        ledger = open(clock);

        List<Claim> interrupted = ledger.calls().interrupted(LANE::equals);

        assertThat(interrupted).containsExactly(sending);
        assertThat(claim().pursuit()).as("asked again").contains(STATUS);
        ledger.calls().repeat(interrupted.get(0), clock.instant(), Trace.MAY_BE_APPLIED, "interrupted");
        assertThat(claim().attempt()).isEqualTo(2);
    }
}
