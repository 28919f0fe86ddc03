package bactrian.dispatch;

import bactrian.ledger.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a connection has something to send. Asked often; asks the ledger as seldom as can be. */
final class Lookout {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Calls calls;
    private final String connection;
    private volatile Instant lookAgain = Instant.MIN;
    private volatile boolean found;
    private volatile boolean nothingWaits;

    Lookout(Calls calls, String connection) {
        this.calls = calls;
        this.connection = connection;
    }

    /** Whether something is due. While nothing is, the ledger is asked once a second at most. */
    boolean due(Instant now) {
        if (now.isBefore(lookAgain)) {
            return false;
        }
        if (look()) {
            nothingWaits = false;
            return true;
        }
        Instant latest = now.plus(LOOK_AGAIN);
        Optional<Instant> next = calls.nextDue(connection);
        nothingWaits = next.isEmpty();
        lookAgain = next.filter(time -> time.isBefore(latest)).orElse(latest);
        return false;
    }

    /** Whether something is due, taken for granted where the last look found something. */
    boolean isAnythingDue() {
        return found || look();
    }

    /** Asks the ledger. */
    boolean look() {
        return calls.hasDue(connection);
    }

    /** Whether the last look found nothing that is due or will be. */
    boolean nothingWaits() {
        return nothingWaits;
    }

    /** Whether something is due, or will be. */
    boolean isAnythingWaiting() {
        return look() || calls.nextDue(connection).isPresent();
    }

    /** What somebody found who wanted to take what is due. */
    void found(boolean something) {
        found = something;
    }

    /** There may be something new. */
    void wake() {
        lookAgain = Instant.MIN;
    }

    /** The ledger is away: it is left alone for a while. */
    void rest(Instant now) {
        lookAgain = now.plus(LOOK_AGAIN);
    }
}
