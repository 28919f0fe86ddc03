package bactrian.flow;

import bactrian.dispatch.Lane;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who works for lanes: of each as many at a time as its limits allow, so that none takes another's. There is a thread only for
 * who is at work, or was a moment ago.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Consumer<Lane> work;
    private final Map<Lane, Semaphore> free = new ConcurrentHashMap<>();
    private final AtomicInteger threadsSoFar = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    /** @param work what one of them does until the lane has nothing more for it */
    Workers(Consumer<Lane> work) {
        this.work = work;
    }

    /** Whether a lane has a worker that is not at work. */
    boolean isAnybodyFree(Lane lane) {
        return free(lane).availablePermits() > 0;
    }

    /** All who are free get up. */
    void wake(Lane lane) {
        Semaphore free = free(lane);
        while (!threads.isShutdown() && free.tryAcquire()) {
            getUp(lane, free);
        }
    }

    private void getUp(Lane lane, Semaphore free) {
        boolean up = false;
        try {
            threads.execute(() -> work(lane, free));
            up = true;
        } catch (RejectedExecutionException dismissed) {
            LOG.debug("Nobody gets up any more");
        } finally { // there may be no room for another thread
            if (!up) {
                free.release();
            }
        }
    }

    private void work(Lane lane, Semaphore free) {
        try {
            work.accept(lane);
        } finally {
            free.release();
        }
    }

    private Semaphore free(Lane lane) {
        return free.computeIfAbsent(
                lane, any -> new Semaphore(lane.connection().limits().maxConcurrentCalls()));
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lanes-" + threadsSoFar.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Nobody gets up any more. Waits for those who are at work, but not for long. */
    void dismiss(Duration atMost) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Some workers wait for an answer");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts who is still at work. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
