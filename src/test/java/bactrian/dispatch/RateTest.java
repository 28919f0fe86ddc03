package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.provider.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider with a token bucket, and how much of what it allows is used. Judged in virtual time. */
class RateTest {
    private static final int CALLS = 120;

    @TempDir
    private Path folder = Path.of("");

    /** How a provider tells what is left, with every answer. */
    private enum Form {
        CLOSE,
        AWORK,
        YANDEX_TRACKER,
        STRUCTURED;

        Map<String, List<String>> headers(int limit, int left, double untilFull) {
            String seconds = String.valueOf((long) Math.ceil(untilFull));
            return switch (this) {
                case CLOSE ->
                    Map.of("RateLimit", List.of("limit=" + limit + ", remaining=" + left + ", reset=" + seconds));
                case AWORK ->
                    Map.of(
                            "RateLimit-Limit", List.of(String.valueOf(limit)),
                            "RateLimit-Remaining", List.of(String.valueOf(left)),
                            "RateLimit-Reset", List.of(seconds),
                            "X-RateLimit-Remaining-Second", List.of(String.valueOf(left)),
                            "X-RateLimit-Remaining-Minute", List.of(String.valueOf(left * 60)));
                case YANDEX_TRACKER -> left > 0 ? Map.of() : Map.of("Retry-After", List.of(seconds));
                case STRUCTURED -> Map.of("RateLimit", List.of("\"default\";r=" + left + ";t=" + seconds));
            };
        }
    }

    static Stream<Arguments> formsAndRates() {
        return Stream.of(Form.values()).flatMap(form -> Stream.of(2, 40).map(rate -> Arguments.of(form, rate)));
    }

    @ParameterizedTest
    @MethodSource("formsAndRates")
    void nearlyAllOfARateIsUsedAndHardlyEverTooMuch(Form form, int rate) throws InterruptedException {
        try (OneLane lane = new OneLane(folder, rate, Duration.ofHours(1))) {
            Bucket bucket = new Bucket(lane.time, rate);
            lane.provider = request -> {
                lane.time.pass(Duration.ofMillis(300 / rate)); // on the way
                return bucket.answer(form);
            };
            PlannedJob job = lane.job(FakeProvider.POKE, CALLS);

            lane.finish(job);

            double achieved = (CALLS - 1) / (lane.time.passed().toNanos() / 1e9);
            assertThat(job.outcomes()).containsOnly("succeeded ok");
            assertThat(achieved).as("calls a second").isBetween(0.97 * rate, (double) rate);
            assertThat(bucket.refused).as("429 answers").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBucketThatOthersHaveEmptiedCostsOneWait(Form form) throws InterruptedException {
        int rate = 10;
        try (OneLane lane = new OneLane(folder, rate, Duration.ofHours(1))) {
            Bucket bucket = new Bucket(lane.time, rate);
            bucket.tokens = 0;
            lane.provider = request -> bucket.answer(form);
            PlannedJob job = lane.job(FakeProvider.POKE, 30);

            lane.finish(job);

            assertThat(job.outcomes()).containsOnly("succeeded ok");
            assertThat(bucket.refused).isLessThanOrEqualTo(1);
            assertThat(lane.time.passed()).isLessThan(Duration.ofSeconds(2 + 30 / rate + 2));
        }
    }

    @Test
    void aBurstOfRefusalsHoldsBackEveryWorkerAndCostsNoAttempt() throws InterruptedException {
        try (OneLane lane = new OneLane(folder, 100, Duration.ofHours(1))) {
            PlannedJob job = lane.job(FakeProvider.POKE, 20);
            List<Errand> inFlight = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                inFlight.add(lane.lane().next().orElseThrow());
            }
            Duration before = lane.time.passed();
            for (Errand errand : inFlight) {
                errand.settle(new Answered(new Reply(429, Map.of("Retry-After", List.of("7")), "")))
                        .await();
            }

            Errand next = lane.lane().next().orElseThrow();
            Duration waited = lane.time.passed().minus(before);
            next.settle(OneLane.OK).await();
            lane.finish(job);

            assertThat(waited).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7100));
            assertThat(job.outcomes()).isEqualTo(Collections.nCopies(20, "succeeded ok"));
            assertThat(lane.ledger.evidence().calls(job.id(), 1, 20))
                    .as("requests")
                    .extracting(call -> call.requests())
                    .containsOnly(1, 2);
            assertThat(job.job().retries()).isEqualTo(8);
        }
    }

    /** So many requests a second, as many at once when it is full. */
    private static final class Bucket {
        private final VirtualTime time;
        private final int limit;
        private double tokens;
        private long refilled;
        private int refused;

        Bucket(VirtualTime time, int limit) {
            this.time = time;
            this.limit = limit;
            this.tokens = limit;
            this.refilled = time.nanos();
        }

        Attempt answer(Form form) {
            long now = time.nanos();
            tokens = Math.min(limit, tokens + (now - refilled) / 1e9 * limit);
            refilled = now;
            if (tokens < 1) {
                refused++;
                return new Answered(new Reply(429, form.headers(limit, 0, (1 - tokens) / limit), ""));
            }
            tokens--;
            return new Answered(new Reply(200, form.headers(limit, (int) tokens, (limit - tokens) / limit), "ok"));
        }
    }
}
