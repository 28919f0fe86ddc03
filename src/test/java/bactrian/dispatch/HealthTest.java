package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.Health.Permission;
import bactrian.dispatch.Standing.Weather;
import bactrian.outcome.Code;
import bactrian.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:20:55Z");
    private final Health health = new Health(Duration.ofMinutes(10));

    @Test
    void oneAnswerThatSaysAwayIsBadLuck() {
        assertThat(health.note(answered(503), Permission.GO, NOW)).isEqualTo(Weather.WELL);
    }

    @Test
    void threeInARowAreAnOutage() {
        health.note(answered(503), Permission.GO, NOW);
        health.note(answered(502), Permission.GO, NOW);

        Weather weather = health.note(answered(504), Permission.GO, NOW);

        assertThat(weather).isEqualTo(Weather.DOWN);
    }

    @Test
    void anyOtherAnswerInBetweenEndsTheRow() {
        health.note(answered(503), Permission.GO, NOW);
        health.note(answered(503), Permission.GO, NOW);
        health.note(answered(404), Permission.GO, NOW);

        assertThat(health.note(answered(503), Permission.GO, NOW)).isEqualTo(Weather.WELL);
    }

    @Test
    void onlyOneWorkerProbes() {
        health.note(new NeverSent("connection refused"), Permission.GO, NOW);
        Instant later = NOW.plusSeconds(1);

        Permission first = health.ask(later);
        Permission second = health.ask(later);

        assertThat(first).isEqualTo(Permission.PROBE);
        assertThat(second).isEqualTo(Permission.REST);
    }

    @Test
    void probesBecomeRarer() {
        health.note(new NeverSent("connection refused"), Permission.GO, NOW);
        Instant later = NOW.plusSeconds(1);
        health.ask(later);
        health.note(new NeverSent("connection refused"), Permission.PROBE, later);

        assertThat(health.ask(later.plusSeconds(1))).isEqualTo(Permission.REST);
        assertThat(health.ask(later.plusSeconds(2))).isEqualTo(Permission.PROBE);
    }

    @Test
    void aProbeThatIsAnsweredEndsTheRest() {
        health.note(answered(401), Permission.GO, NOW);
        health.ask(NOW.plusSeconds(1));

        health.note(answered(200), Permission.PROBE, NOW.plusSeconds(1));

        assertThat(health.ask(NOW.plusSeconds(1))).isEqualTo(Permission.GO);
        assertThat(health.state("close").trouble()).isEmpty();
    }

    @Test
    void whatIsDueIsGivenUpInTheEndAndWhatComesLaterGetsTheWholeTimeAgain() {
        health.note(answered(401), Permission.GO, NOW);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        Permission atTheEnd = health.ask(end);

        health.gaveUp(end);

        assertThat(atTheEnd).isEqualTo(Permission.GIVE_UP);
        assertThat(health.ask(end.plusSeconds(1))).isEqualTo(Permission.PROBE);
        assertThat(health.state("close").trouble().orElseThrow().code()).isEqualTo(Code.UNAUTHORIZED);
    }

    @Test
    void aProviderThatLimitsForTooLongIsGivenUpToo() {
        health.note(answered(429), Permission.GO, NOW);
        health.note(answered(429), Permission.GO, NOW.plus(Duration.ofMinutes(9)));

        assertThat(health.ask(NOW.plus(Duration.ofMinutes(10)))).isEqualTo(Permission.GIVE_UP);
    }

    private static Answered answered(int status) {
        return new Answered(new Reply(status, Map.of(), ""));
    }
}
