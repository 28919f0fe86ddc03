package bactrian.dispatch;

import bactrian.ledger.LedgerUnavailable;
import bactrian.ledger.Nodes;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's right to send. While it is renewed in time, nobody takes over what this process is sending. A process
 * that slept, or whose database was away, finds it expired and sends nothing until it is renewed.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** What the owner of a ledger in a file has: it owns the ledger as long as it lives. */
    private static final Duration FOR_LIFE = Duration.ofDays(36_500);

    private final Nodes nodes;
    private final Timekeeper time;
    private final String name;
    private final Duration length;
    private volatile Term term;
    private Term inTouchSince;

    /** Since when, by both clocks: one of them stands still while a machine sleeps, the other can be set. */
    private record Term(long nanos, Instant instant, boolean ended) {}

    private Lease(Nodes nodes, Timekeeper time, String name, Duration length) {
        this.nodes = nodes;
        this.time = time;
        this.name = name;
        this.length = length;
        this.term = now();
        this.inTouchSince = term;
    }

    /**
     * Joins the ledger's nodes.
     *
     * @param name for people; nodes of one ledger should have different ones
     * @param length how long the others wait for a sign of life
     */
    public static Lease join(Nodes nodes, Timekeeper time, String name, Duration length) {
        if (nodes.shared()) {
            return among(nodes, time, name, length);
        }
        Lease lease = among(nodes, time, name, FOR_LIFE);
        nodes.buryOthers();
        return lease;
    }

    static Lease among(Nodes nodes, Timekeeper time, String name, Duration length) {
        Lease lease = new Lease(nodes, time, name, length);
        nodes.join(name, length);
        return lease;
    }

    /** Whether what is sent now is certainly ours. */
    public boolean held() {
        Term current = term;
        return !current.ended() && within(current);
    }

    private boolean within(Term since) {
        if (length.equals(FOR_LIFE)) {
            return true;
        }
        return time.nanos() - since.nanos() < length.toNanos()
                && Duration.between(since.instant(), time.instant()).abs().compareTo(length) < 0;
    }

    /** How often {@link #renew} is to be called. */
    public Duration rhythm() {
        Duration third = length.dividedBy(3);
        Duration longest = Duration.ofSeconds(10);
        return third.compareTo(longest) < 0 ? third : longest;
    }

    /**
     * Gives a sign of life, and buries who gave none for too long.
     *
     * @throws LedgerUnavailable when it cannot be given; the lease runs out, but can be renewed until others notice
     */
    public synchronized void renew() {
        if (term.ended()) {
            return;
        }
        Term asked = now();
        boolean gap = !within(term);
        try {
            if (!nodes.renew(length)) {
                LOG.warn("Node {} was silent for too long: others have taken over what it was sending", name);
                nodes.join(name, length);
                gap = true;
            }
        } catch (LedgerUnavailable away) {
            inTouchSince = asked;
            throw away;
        }
        term = asked;
        inTouchSince = gap ? asked : inTouchSince;
        buryExpired();
    }

    /** Nobody is buried for a silence that may have been the database's: all of them get a lease's time after it. */
    private void buryExpired() {
        if (!within(inTouchSince)) {
            int dead = nodes.buryExpired();
            if (dead > 0) {
                LOG.warn("Node {} found {} node(s) dead and takes over", name, dead);
            }
        }
    }

    /** Nothing is sent any more; nothing is left to be settled. */
    @Override
    public synchronized void close() {
        if (!term.ended()) {
            term = new Term(term.nanos(), term.instant(), true);
            try {
                nodes.leave();
            } catch (LedgerUnavailable away) {
                LOG.warn("Node {} could not take its leave; the others will notice: {}", name, away.getMessage());
            }
        }
    }

    private Term now() {
        return new Term(time.nanos(), time.instant(), false);
    }
}
