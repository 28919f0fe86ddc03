package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Virtual time for several threads: it passes when all of them wait, and the one that has waited for the earliest moment goes
 * on alone. Threads must not wait for each other in any other way.
 */
final class ManyClocks implements Timekeeper {
    private record Sleeper(long until, long order) {}

    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.comparingLong(Sleeper::until).thenComparing(Sleeper::order));
    private int awake;
    private long now;
    private long order;

    /** Runs them all, each in a thread of its own, to the end. */
    void run(List<? extends Runnable> tasks) throws InterruptedException {
        awake = tasks.size();
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            threads.add(new Thread(() -> {
                sleep(0);
                try {
                    task.run();
                } finally {
                    end();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    synchronized void sleep(long nanos) {
        Sleeper self = new Sleeper(now + Math.max(0, nanos), order++);
        sleepers.add(self);
        awake--;
        notifyAll();
        while (awake > 0 || sleepers.peek() != self) {
            try {
                wait();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
        sleepers.remove();
        awake++;
        now = self.until();
    }

    private synchronized void end() {
        awake--;
        notifyAll();
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    @Override
    public boolean await(CountDownLatch gate, Duration atMost) {
        sleep(atMost.toNanos());
        return gate.getCount() == 0;
    }
}
