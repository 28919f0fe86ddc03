package bactrian.flow;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when something must have come.
 *
 * @param moment as {@code nanos} tells it
 * @param nanos never goes back, like {@link System#nanoTime}
 */
record Deadline(long moment, LongSupplier nanos) {

    static Deadline in(Duration timeout, LongSupplier nanos) {
        return new Deadline(nanos.getAsLong() + timeout.toNanos(), nanos);
    }

    /** @throws SocketTimeoutException once it is over, as a socket does that waited in vain */
    void check() throws SocketTimeoutException {
        if (nanos.getAsLong() - moment > 0) {
            throw new SocketTimeoutException();
        }
    }
}
