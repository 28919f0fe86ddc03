package bactrian.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many requests in at once. The next ones wait for a moment and are then sent away, so that what takes long leaves the
 * server workers for what does not.
 */
final class Bulkhead {
    private final Semaphore room;
    private final Duration patience;

    /** @param patience how long a request waits for room */
    Bulkhead(int atOnce, Duration patience) {
        this.room = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** What is done inside. */
    interface Work {
        WebResponse answer() throws Refused, IOException;
    }

    /** @throws Refused with status 503 where there is no room */
    WebResponse inside(Work work) throws Refused, IOException {
        enter();
        try {
            return work.answer();
        } finally {
            room.release();
        }
    }

    private void enter() throws Refused {
        try {
            if (!room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw Refused.forNow("Too many documents are coming in at the same time. Hand this one in again.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refused.because(503, "Bactrian stops.");
        }
    }
}
