package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many threads, and two processes as it were, at one ledger. */
abstract class ConcurrencyContract extends LedgerContract {
    private static final int CALLS = 400;

    @Test
    void twoClaimsNeverGetOneCall() throws Exception {
        Drafts drafts = drafts();
        for (int i = 0; i < CALLS; i++) {
            drafts.call(1);
        }
        drafts.running(JOB);
        Set<Integer> claimed = ConcurrentHashMap.newKeySet();

        try (Ledger other = open(clock)) {
            together(24, worker -> {
                Ledger own = worker % 2 == 0 ? ledger : other;
                for (Optional<Claim> claim = own.calls().claim(LANE);
                        claim.isPresent();
                        claim = own.calls().claim(LANE)) {
                    assertThat(claimed.add(claim.get().call().number())).isTrue();
                    own.calls().settle(claim.get(), succeeded(1));
                }
            });
        }

        assertThat(claimed).hasSize(CALLS);
        assertThat(job().tally().succeeded()).isEqualTo(CALLS);
        assertThat(ledger.jobs().finish(JOB)).isTrue();
    }

    @Test
    void aCancelThatMeetsClaimsCountsEveryEditOnce() throws Exception {
        Drafts drafts = drafts();
        for (int i = 0; i < CALLS; i++) {
            drafts.call(2);
        }
        drafts.running(JOB);

        CountDownLatch cancelled = new CountDownLatch(1);
        try (Ledger other = open(clock)) {
            together(8, worker -> {
                Ledger own = worker % 2 == 0 ? ledger : other;
                int settled = 0;
                for (Optional<Claim> claim = own.calls().claim(LANE);
                        claim.isPresent();
                        claim = own.calls().claim(LANE)) {
                    own.calls().settle(claim.get(), succeeded(2));
                    settled++;
                    if (worker == 0 && settled == 5) {
                        assertThat(own.jobs().cancel(JOB, "ann")).isTrue();
                        cancelled.countDown();
                    } else if (settled == CALLS / 10) {
                        await(cancelled);
                    }
                }
            });
        }

        Tally tally = job().tally();
        assertThat(tally.settled()).isEqualTo(2L * CALLS);
        assertThat(tally.failed()).as("cancelled").isPositive();
        assertThat(ledger.jobs().finish(JOB)).isTrue();
    }

    @Test
    void whatOneDoesWrongHarmsNoOther() throws Exception {
        together(16, worker -> {
            for (int i = 0; i < 10; i++) {
                String id = worker + "-" + i;
                ledger.jobs().receive(id, Drafts.arrival(id));
                try {
                    ledger.jobs().receive(id, Drafts.arrival(id));
                    throw new AssertionError("received twice");
                } catch (IllegalArgumentException expected) {
                    assertThat(expected).hasMessageContaining(id);
                }
            }
        });

        assertThat(ledger.jobs().in(JobState.RECEIVED)).hasSize(160);
    }

    /** What one of several threads does. */
    private interface Deed {
        void by(int worker);
    }

    /** Keeps the quick from taking all calls before the cancel comes. */
    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void together(int workers, Deed deed) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Boolean>> deeds = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                deeds.add(() -> {
                    deed.by(worker);
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(deeds)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
