package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.ledger.DraftCall;
import bactrian.provider.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an answer was lost that nobody can read back, what it may yet do gets time to happen. */
class SettleDelayTest {
    private static final Duration SETTLE_DELAY = Duration.ofSeconds(30);
    private static final Attempt RESET = new Lost(Loss.BROKEN, "Connection reset.");

    private final OneLane lane;
    private final Map<String, Duration> sent = new TreeMap<>();

    SettleDelayTest(@TempDir Path folder) {
        lane = new OneLane(folder, 10, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void laterEditsOfItsTargetsWaitAndOthersDoNot() throws InterruptedException {
        loseTheFirst();
        PlannedJob job = PlannedJob.running(
                lane.ledger,
                FakeProvider.change("fake", FakeProvider.POKE),
                List.of(call(1, 1, 0, "same"), call(2, 1, 1, "same", 1), call(3, 1, 2, "other")));

        lane.finish(job);

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown", "succeeded ok", "succeeded ok");
        assertThat(after("1", "3")).isLessThan(Duration.ofSeconds(5));
        assertThat(after("1", "2")).isBetween(SETTLE_DELAY, SETTLE_DELAY.plusSeconds(5));
    }

    @Test
    void whatComesAfterABarrierWaitsToo() throws InterruptedException {
        loseTheFirst();
        PlannedJob job = PlannedJob.running(
                lane.ledger,
                FakeProvider.change("fake", FakeProvider.POKE),
                List.of(call(1, 1, 0, "a"), call(2, 2, 1, "b")));

        lane.finish(job);

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown", "succeeded ok");
        assertThat(after("1", "2")).isBetween(SETTLE_DELAY, SETTLE_DELAY.plusSeconds(5));
    }

    private Duration after(String one, String other) {
        return sent.getOrDefault(other, Duration.ZERO).minus(sent.getOrDefault(one, Duration.ZERO));
    }

    private void loseTheFirst() {
        lane.provider = request -> {
            String number = number(request);
            sent.putIfAbsent(number, lane.time.passed());
            return number.equals("1") ? RESET : OneLane.OK;
        };
    }

    private static String number(Request request) {
        return request.path().replaceAll(".*n=", "");
    }

    private static DraftCall call(int number, int section, long ordinal, String target, Integer... after) {
        return new DraftCall(number, 1, section, List.of(ordinal), List.of(target), List.of(after));
    }
}
