package bactrian.dispatch;

import bactrian.ledger.Durable;
import bactrian.ledger.Ledger;
import bactrian.ledger.Retention;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * What all lanes of this process share.
 *
 * @param closing reaches zero when nothing more is to be taken
 * @param lookout when lanes have something to send
 * @param backoff safe for many threads
 * @param retention how much of requests and answers is kept in the ledger
 */
record Node(
        Ledger ledger,
        Lease lease,
        Timekeeper time,
        CountDownLatch closing,
        Lookout lookout,
        Backoff backoff,
        Retention retention) {

    /** Whether something new may be sent: it does not close, and others have not taken over from it. */
    boolean working() {
        return closing.getCount() > 0 && lease.held();
    }

    /** Begins to record what came of a call. @param entry what is written; run again where that failed */
    Recording record(String connection, Supplier<Durable> entry) {
        return new Recording(connection, time, closing, entry);
    }
}
