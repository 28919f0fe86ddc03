package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.Health.Permission;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.LaneState;
import bactrian.outcome.Code;
import bactrian.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:20:55Z");
    private static final NeverSent NO_CONNECTION = new NeverSent("connection refused");
    private static final Lost LOST = new Lost(Loss.TIMEOUT, "no answer in time");
    private final Health health = new Health(Duration.ofMinutes(10), LaneState.well("close"), true);

    @Test
    void oneAnswerThatSaysAwayIsBadLuck() {
        assertThat(note(answered(503))).isEqualTo(Weather.WELL);
        assertThat(health.ask(NOW)).isEqualTo(Permission.GO);
    }

    @Test
    void oneAnswerThatSaysAwayIsWorthAProbeWhereARepeatIsNotSafe() {
        Weather weather = health.note(answered(503), Repeat.UNSAFE, NOW);

        assertThat(weather).isEqualTo(Weather.WELL);
        assertThat(health.ask(NOW)).isEqualTo(Permission.PROBE);
    }

    @Test
    void threeInARowAreAnOutage() {
        note(answered(503));
        note(answered(502));

        Weather weather = note(answered(504));

        assertThat(weather).isEqualTo(Weather.DOWN);
    }

    @Test
    void anyOtherAnswerInBetweenEndsTheRow() {
        note(answered(503));
        note(answered(503));
        note(answered(404));

        assertThat(note(answered(503))).isEqualTo(Weather.WELL);
    }

    @Test
    void twoLostAnswersInARowAreWorthAProbe() {
        note(LOST);
        Permission afterOne = health.ask(NOW);

        note(LOST);

        assertThat(afterOne).isEqualTo(Permission.GO);
        assertThat(health.ask(NOW)).isEqualTo(Permission.PROBE);
    }

    @Test
    void onlyOneWorkerProbes() {
        note(NO_CONNECTION);
        Instant later = NOW.plusSeconds(1);

        Permission first = health.ask(later);
        Permission second = health.ask(later);

        assertThat(first).isEqualTo(Permission.PROBE);
        assertThat(second).isEqualTo(Permission.REST);
    }

    @Test
    void probesBecomeRarer() {
        note(NO_CONNECTION);
        Instant later = NOW.plusSeconds(1);
        health.ask(later);
        health.probed(NO_CONNECTION, Optional.empty(), later);

        assertThat(health.ask(later.plusSeconds(1))).isEqualTo(Permission.REST);
        assertThat(health.ask(later.plusSeconds(2))).isEqualTo(Permission.PROBE);
    }

    @Test
    void aProbeThatIsAnsweredEndsTheRest() {
        note(answered(401));
        health.ask(NOW.plusSeconds(1));

        health.probed(answered(200), Optional.empty(), NOW.plusSeconds(1));

        assertThat(health.ask(NOW.plusSeconds(1))).isEqualTo(Permission.GO);
        assertThat(health.state("close").trouble()).isEmpty();
    }

    @Test
    void anAnswerToACallThatWasInFlightEndsNoRest() {
        note(NO_CONNECTION);

        Weather weather = note(answered(200));

        assertThat(weather).isEqualTo(Weather.DOWN);
    }

    @Test
    void aRefusalOfTheProbeIsAnAnswerToo() {
        note(NO_CONNECTION);
        health.ask(NOW.plusSeconds(1));

        health.probed(answered(403), Optional.empty(), NOW.plusSeconds(1));

        assertThat(health.isClear()).isTrue();
    }

    @Test
    void whatIsDueIsGivenUpInTheEndAndWhatComesLaterGetsTheWholeTimeAgain() {
        note(answered(401));
        Instant end = NOW.plus(Duration.ofMinutes(10));
        health.ask(end);
        health.probed(answered(401), Optional.empty(), end);
        Permission atTheEnd = health.ask(end);

        health.gaveUp();

        assertThat(atTheEnd).isEqualTo(Permission.GIVE_UP);
        assertThat(health.ask(end.plus(Duration.ofHours(1)))).isEqualTo(Permission.PROBE);
        assertThat(health.state("close").trouble().orElseThrow().code()).isEqualTo(Code.UNAUTHORIZED);
    }

    @Test
    void aRestThatNobodyWaitedForIsNotHeldAgainstWhatComesNext() {
        note(NO_CONNECTION);
        health.ask(NOW.plusSeconds(1));
        health.probed(NO_CONNECTION, Optional.empty(), NOW.plusSeconds(1));

        health.nothingWaits();

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(health.ask(later)).isEqualTo(Permission.PROBE);
        health.probed(NO_CONNECTION, Optional.empty(), later);
        assertThat(health.ask(later.plus(Duration.ofMinutes(9)))).isEqualTo(Permission.PROBE);
    }

    @Test
    void aProviderThatLimitsForTooLongIsGivenUpToo() {
        note(answered(429));
        health.note(answered(429), Repeat.SAFE, NOW.plus(Duration.ofMinutes(9)));

        assertThat(health.ask(NOW.plus(Duration.ofMinutes(10)))).isEqualTo(Permission.GIVE_UP);
    }

    @Test
    void refusalsForTheRateThatNobodyWaitedForAreNotHeldAgainstWhatComesNext() {
        note(answered(429));

        health.nothingWaits();

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(health.ask(later)).isEqualTo(Permission.GO);
        health.note(answered(429), Repeat.SAFE, later);
        assertThat(health.ask(later.plus(Duration.ofMinutes(9)))).isEqualTo(Permission.GO);
        assertThat(health.ask(later.plus(Duration.ofMinutes(10)))).isEqualTo(Permission.GIVE_UP);
    }

    private Weather note(Attempt attempt) {
        return health.note(attempt, Repeat.SAFE, NOW);
    }

    private static Answered answered(int status) {
        return new Answered(new Reply(status, Map.of(), ""));
    }
}
