package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.provider.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What says nothing where a provider tells what is left of a rate: a lane goes on at its own pace. */
class GarbledLimitsTest {
    private static final List<String> GARBAGE = List.of(
            "",
            " ",
            "-5",
            "-0",
            "NaN",
            "Infinity",
            "soon",
            "0x10",
            "1e400",
            "5, 7",
            "5; 7",
            "\"5",
            "٥",
            "5 s",
            "99999999999999999999",
            "1795316450123456",
            "0");

    @TempDir
    private Path folder = Path.of("");

    /** The headers by which a provider says when to come back. */
    private enum Form {
        CLOSE(
                Map.of("RateLimit", "limit=40, remaining=0, reset=%s", "x-rate-limit-reset", "%s"),
                "x-rate-limit-remaining"),
        AWORK(Map.of("RateLimit-Reset", "%s", "X-RateLimit-Reset", "%s"), "RateLimit-Remaining"),
        YANDEX_TRACKER(Map.of("Retry-After", "%s"), "X-RateLimit-Remaining");

        private final Map<String, String> resets;
        private final String remaining;

        Form(Map<String, String> resets, String remaining) {
            this.resets = resets;
            this.remaining = remaining;
        }

        /** An answer that says it is used up, and garbage of when it is not. */
        Attempt answer(int status, String garbage) {
            Map<String, List<String>> headers = new HashMap<>();
            resets.forEach((name, value) -> headers.put(name, List.of(String.format(value, garbage), garbage)));
            headers.put(remaining, List.of("0"));
            return new Answered(new Reply(status, headers, "ok"));
        }

        /** An answer that says garbage of what is left. */
        Attempt left(String garbage) {
            return new Answered(
                    new Reply(200, Map.of(remaining, List.of(garbage, garbage), "RateLimit", List.of(garbage)), "ok"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageHoldsNoLane(Form form) throws InterruptedException {
        Iterator<Attempt> answers = GARBAGE.stream()
                .flatMap(garbage -> Stream.of(form.answer(429, garbage), form.answer(200, garbage), form.left(garbage)))
                .iterator();
        try (OneLane lane = new OneLane(folder, 10, Duration.ofHours(1))) {
            lane.provider = request -> answers.next();
            PlannedJob job = lane.job(FakeProvider.POKE, 2 * GARBAGE.size());

            lane.finish(job);

            assertThat(job.outcomes()).containsOnly("succeeded ok");
            assertThat(lane.time.passed()).isLessThan(Duration.ofSeconds(30));
        }
    }
}
