package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Exchange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went over the wire is kept for as long as is set, while the process runs. */
class EvidenceTest {
    private final OneLane lane;

    EvidenceTest(@TempDir Path folder) {
        lane = new OneLane(folder, 10, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void holdsNoCredentialThatTheProviderRepeats() throws InterruptedException {
        lane.provider = request -> OneLane.answer(200, "ok Bearer open-sesame");
        PlannedJob job = lane.job(FakeProvider.SET, 1);
        lane.finish(job);

        assertThat(lane.ledger.evidence().exchanges(job.id(), 1))
                .extracting(Exchange::answer)
                .containsExactly("ok Bearer ***");
    }

    @Test
    void isForgottenInTime() throws InterruptedException {
        PlannedJob job = lane.job(FakeProvider.SET, 1);
        lane.finish(job);

        lane.time.pass(Duration.ofDays(29));
        lane.lanes().forgetEvidence();
        List<Exchange> kept = lane.ledger.evidence().exchanges(job.id(), 1);
        lane.time.pass(Duration.ofDays(2));
        lane.lanes().forgetEvidence();

        assertThat(kept).singleElement().satisfies(exchange -> {
            assertThat(exchange.request()).startsWith("POST /calls/set");
            assertThat(exchange.headers()).containsExactly("Authorization");
            assertThat(exchange.answer()).isEqualTo("ok");
        });
        assertThat(lane.ledger.evidence().exchanges(job.id(), 1)).isEmpty();
    }
}
