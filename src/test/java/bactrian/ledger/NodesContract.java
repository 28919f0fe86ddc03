package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes at one ledger, for every kind of it. */
abstract class NodesContract extends LedgerContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration EXPIRED = Duration.ofHours(-1);

    private static final String DAILY = "0 30 6 * * ? UTC";
    private static final String HOURLY = "0 0 * * * ? UTC";
    private static final Instant MONDAY = Instant.parse("2026-11-23T06:30:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private Ledger other;

    @BeforeEach
    void openOther() {
        other = open(clock);
        other.nodes().join("other", LONG);
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    @Test
    void nodesKnowEachOther() {
        ledger.nodes().join("this", LONG);

        assertThat(ledger.nodes().all()).extracting(Nodes.Node::name).containsExactly("other", "this");
        assertThat(ledger.nodes().othersAlive()).isTrue();
        other.nodes().leave();
        assertThat(ledger.nodes().othersAlive()).isFalse();
    }

    @Test
    void aRunOfAScheduleIsTakenByOneNodeAndTheNextOnlyWhenItIsFinished() {
        ledger.nodes().join("this", LONG);
        Schedules mine = ledger.schedules();
        Schedules theirs = other.schedules();

        assertThat(mine.take("tasks", DAILY, MONDAY)).isTrue();
        assertThat(theirs.take("tasks", DAILY, MONDAY)).isFalse();
        assertThat(theirs.take("tasks", DAILY, TUESDAY)).as("it goes on").isFalse();
        theirs.finish("tasks");
        assertThat(theirs.take("tasks", DAILY, TUESDAY))
                .as("only who runs it ends it")
                .isFalse();
        assertThat(theirs.take("others", DAILY, MONDAY)).isTrue();
        mine.finish("tasks");
        assertThat(theirs.take("tasks", DAILY, TUESDAY)).isTrue();
        theirs.finish("tasks");
        assertThat(mine.take("tasks", DAILY, MONDAY)).as("too late").isFalse();
        assertThat(mine.take("tasks", HOURLY, MONDAY)).as("due anew").isTrue();
    }

    @Test
    void whoDiesInARunOfAScheduleDoesNotHoldUpTheNext() {
        ledger.nodes().join("this", EXPIRED);
        assertThat(ledger.schedules().take("tasks", DAILY, MONDAY)).isTrue();

        other.nodes().buryExpired();

        assertThat(other.schedules().take("tasks", DAILY, MONDAY))
                .as("was begun")
                .isFalse();
        assertThat(other.schedules().take("tasks", DAILY, TUESDAY)).isTrue();
    }

    @Test
    void whatALivingNodeIsSendingIsItsOwn() {
        ledger.nodes().join("this", LONG);
        drafts().call(1).running(JOB);
        Claim claim = claim();

        assertThat(other.nodes().buryExpired()).isZero();
        assertThat(other.calls().interrupted(any -> true)).isEmpty();
        succeed(claim);
        assertThat(job().tally().succeeded()).isEqualTo(1);
    }

    @Test
    void aBuriedNodesCallsAreTakenOverOnceAndItCannotSettleThemAnyMore() {
        ledger.nodes().join("this", EXPIRED);
        drafts().call(1).running(JOB);
        Claim late = claim();
        assertThat(other.nodes().buryExpired()).isEqualTo(1);

        List<Claim> takenOver = other.calls().interrupted(any -> true);

        assertThat(takenOver).extracting(claim -> claim.call().number()).containsExactly(1);
        assertThat(other.calls().interrupted(any -> true)).as("once").isEmpty();
        assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> succeed(late));
        other.calls().repeat(takenOver.get(0), clock.instant(), Trace.MAY_BE_APPLIED, "interrupted");
        assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> succeed(late));
        assertThat(ledger.nodes().renew(LONG)).as("it has to join again").isFalse();
    }

    @Test
    void aCallOfAnUnwantedConnectionIsLeftForAnother() {
        ledger.nodes().join("this", EXPIRED);
        drafts().call(1).running(JOB);
        claim();
        other.nodes().buryExpired();

        assertThat(other.calls().interrupted("close"::equals)).isEmpty();

        assertThat(other.calls().interrupted(LANE::equals)).hasSize(1);
    }

    @Test
    void aLeaseThatRanOutUnnoticedCanBeRenewed() {
        ledger.nodes().join("this", EXPIRED);

        assertThat(ledger.nodes().renew(LONG)).isTrue();

        assertThat(other.nodes().buryExpired()).isZero();
    }

    @Test
    void aJobIsPlannedByOneNodeAndByAnotherWhenThatHasDied() {
        ledger.nodes().join("this", EXPIRED);
        Job job = ledger.jobs().receive(JOB, Drafts.arrival("a"));
        assertThat(ledger.takings().take(job)).isTrue();
        assertThat(other.takings().take(job)).as("taken").isFalse();

        other.nodes().buryExpired();

        assertThat(other.takings().take(job)).isTrue();
        assertThat(ledger.takings().take(job)).as("taken over").isFalse();
        other.takings().giveBack(job);
        assertThat(ledger.takings().take(job)).isTrue();
    }

    @Test
    void aJobThatMovedOnIsNotTaken() {
        ledger.nodes().join("this", LONG);
        Job received = ledger.jobs().receive(JOB, Drafts.arrival("a"));
        ledger.jobs().reject(JOB, bactrian.outcome.Code.SYNTAX, "broken");

        assertThat(ledger.takings().take(received)).isFalse();
    }

    @Test
    void anArrivalThatTwoNodesMeetIsOneJob() {
        Job first = ledger.jobs().receive(JOB, Drafts.arrival("a"));

        Job second = other.jobs().receive("20261122T022056Z-prio-0000", Drafts.arrival("a"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(ledger.jobs().newest(9)).hasSize(1);
    }
}
