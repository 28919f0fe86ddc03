package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Connections;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls whose process dies, sleeps, closes or is broken. */
class LaneInterruptedTest extends LaneAtWork {

    LaneInterruptedTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void callsThatWereBeingSentWhenTheProcessDiedAreTakenCareOf() throws InterruptedException {
        PlannedJob safe = job(FakeProvider.SET, 1);
        PlannedJob unsafe = job(FakeProvider.POKE, 1);
        PlannedJob traced = job(FakeProvider.TRACED, 1);
        for (int died = 0; died < 3; died++) {
            lane().next().orElseThrow();
        }

        lanes = lanes();
        lanes.recover();
        run(traced, OK);
        run(safe, OK);

        assertThat(safe.outcomes()).containsExactly("succeeded ok");
        assertThat(unsafe.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(traced.outcomes()).containsExactly("succeeded ok");
        assertThat(sent).hasSize(2);
    }

    @Test
    void aNodeThatSleptSendsNothingUntilItsLeaseIsRenewed() throws InterruptedException {
        lease = Lease.among(ledger.nodes(), time, "sleeper", LEASE);
        lanes = lanesOf(lease);
        PlannedJob job = job(FakeProvider.POKE, 1);
        Errand errand = lane().next().orElseThrow();
        assertThat(lane().maySend()).isTrue();
        time.pass(LEASE);
        assertThat(lane().maySend()).isFalse();
        assertThat(isDue()).isFalse();
        assertThat(lane().next()).isEmpty();

        errand.abandon();
        lease.renew();
        run(job, OK);

        assertThat(job.outcomes()).containsExactly("succeeded ok");
    }

    @Test
    void anAnswerThatComesAfterAnotherNodeTookOverIsDropped() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1);
        Errand late = lane().next().orElseThrow();
        lanes = lanes();
        lanes.recover();

        late.settle(OK).await();

        assertThat(job.outcomes()).containsExactly("unknown outcome-unknown");
    }

    @Test
    void nothingIsTakenOnceTheLanesClose() throws InterruptedException {
        job(FakeProvider.SET, 1);

        lanes.close();

        assertThat(lane().next()).isEmpty();
    }

    @Test
    void aDefectBeforeSendingFailsTheCallAlone() throws InterruptedException {
        PlannedJob job = job(FakeProvider.POKE, 1, 1);

        lane().next().orElseThrow().fault(Errand.Fault.BEFORE_SENDING, new IllegalStateException("odd"));
        run(job, OK);

        assertThat(job.outcomes()).containsExactly("failed internal", "succeeded ok");
    }

    @Test
    void aCancelledJobEndsAlthoughItsConnectionWasRemovedWhileACallWasBeingSent() throws InterruptedException {
        PlannedJob safe = job(FakeProvider.SET, 1, 1);
        PlannedJob unsafe = job(FakeProvider.POKE, 1);
        lane().next();
        ledger.jobs().pause(safe.id(), "somebody");
        lane().next();
        ledger.jobs().resume(safe.id(), "somebody");
        lease = Lease.join(ledger.nodes(), time, "test", LEASE);
        Lanes without = lanes(Connections.of(List.of()));
        without.recover();
        without.endAbandoned();
        List<String> before = unsafe.outcomes();

        ledger.jobs().cancel(safe.id(), "somebody");
        ledger.jobs().cancel(unsafe.id(), "somebody");
        without.endAbandoned();

        assertThat(before).containsExactly("-");
        assertThat(safe.outcomes()).containsOnly("failed cancelled").hasSize(2);
        assertThat(safe.message(0)).contains("no longer configured").contains("may have been applied");
        assertThat(unsafe.outcomes()).containsExactly("unknown outcome-unknown");
        assertThat(ledger.jobs().settled()).hasSize(2);
    }
}
