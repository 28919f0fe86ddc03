package bactrian.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * When connections have something to send. Whether it is time to look is asked often; the ledger is asked for all of them
 * together, and as seldom as can be.
 */
final class Lookout {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Supplier<Map<String, Instant>> ledger;
    private volatile boolean woken = true;
    private volatile View view = new View(Map.of(), Instant.MIN);

    /** @param due what the last look found */
    private record View(Map<String, Instant> due, Instant lookAgain) {}

    /** @param ledger by connection, when its next call becomes due; those are missing that wait for nothing */
    Lookout(Supplier<Map<String, Instant>> ledger) {
        this.ledger = ledger;
    }

    /**
     * Whether a look may find something: a second has passed, somebody says that there is something new, or what the last
     * one found has become due.
     *
     * @param free whether anybody of a connection would get up for it; what is due for others is no reason to look
     */
    boolean isTime(Instant now, Predicate<String> free) {
        View last = view;
        return woken
                || !now.isBefore(last.lookAgain)
                || last.due.entrySet().stream()
                        .anyMatch(next -> !next.getValue().isAfter(now) && free.test(next.getKey()));
    }

    /** Asks the ledger. @return as it answers */
    Map<String, Instant> look(Instant now) {
        woken = false; // before the ledger is asked: what comes while it answers is for the next look
        Map<String, Instant> due = ledger.get();
        view = new View(due, now.plus(LOOK_AGAIN));
        return due;
    }

    /** There may be something new. */
    void wake() {
        woken = true;
    }

    /** The ledger is away: it is left alone for a while. */
    void rest(Instant now) {
        woken = false;
        view = new View(Map.of(), now.plus(LOOK_AGAIN));
    }
}
