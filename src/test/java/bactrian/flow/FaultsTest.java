package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.Faults.Scope;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told of stages that cannot work. */
class FaultsTest {
    private long now = Long.MAX_VALUE - 1;
    private final Faults faults = new Faults(() -> now);

    @Test
    void aFaultIsNewsOnce() {
        assertThat(faults.met("results", Scope.STAGE, "disk full")).isTrue();
        assertThat(faults.met("results", Scope.STAGE, "disk full")).isFalse();
        assertThat(faults.met("results", Scope.STAGE, "not writable")).isTrue();
        assertThat(faults.met("inbox a.csv", Scope.DOCUMENT, "disk full")).isTrue();
    }

    @Test
    void aFaultThatLastsIsToldUntilItIsOver() {
        for (int second = 0; second <= 10; second++) {
            assertThat(faults.lasting()).isEmpty();
            faults.met("results", Scope.STAGE, "disk full");
            pass(1);
        }

        assertThat(faults.lasting()).contains("disk full");
        pass(20);
        assertThat(faults.lasting()).isEmpty();
        faults.met("results", Scope.STAGE, "disk full");
        assertThat(faults.lasting()).isEmpty();
    }

    @Test
    void oneDocumentsFaultIsNotTheStages() {
        for (int second = 0; second <= 30; second++) {
            faults.met("inbox a.csv", Scope.DOCUMENT, "a link");
            pass(1);
        }

        assertThat(faults.lasting()).isEmpty();
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
