package bactrian.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Heeds Ctrl-C and the termination signal: the command is told, puts its things in order and closes this; then the
 * process ends with the exit code that was agreed. To be opened before whatever has to be put in order.
 */
final class Interruption implements AutoCloseable {

    /** Calls in flight get this long, beyond their own time-outs, which are much shorter. */
    private static final long MINUTES = 5;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(int exitCode) {
        hook = new Thread(() -> stop(exitCode), "interruption");
    }

    static Interruption heed(int exitCode) {
        Interruption interruption = new Interruption(exitCode);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Waits so long at most. @return whether the command has been asked to stop */
    boolean within(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until the command is asked to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        done.countDown();
        if (asked.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // A signal came at this very moment; the hook finds everything in order.
            }
        }
    }

    private void stop(int exitCode) {
        asked.countDown();
        try {
            done.await(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
