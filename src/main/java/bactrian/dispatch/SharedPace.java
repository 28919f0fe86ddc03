package bactrian.dispatch;

import bactrian.ledger.LedgerUnavailable;
import bactrian.ledger.Paces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pace of a connection that several nodes send to. A slow one asks the ledger for every slot; a fast one takes the slots
 * of a tenth of a second at once. A hold that another node heard of is noticed before the next slot, at the latest when the
 * slots in hand are used up.
 */
final class SharedPace implements Pacing {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPace.class);
    private static final double GROUP_SECONDS = 0.1;
    private static final long STALE_NANOS = Duration.ofMillis(50).toNanos();

    private final Paces paces;
    private final String connection;
    private final Timekeeper time;
    private final Duration apart;
    private final int group;
    private int left;
    private long nextSlot;
    private long heldUntil;
    private long heardAt;

    SharedPace(Paces paces, String connection, double requestsPerSecond, Timekeeper time) {
        this.paces = paces;
        this.connection = connection;
        this.time = time;
        this.apart = Pacing.apart(requestsPerSecond);
        this.group = Math.max(1, (int) (requestsPerSecond * GROUP_SECONDS));
        this.heldUntil = time.nanos();
        this.heardAt = time.nanos();
    }

    @Override
    public synchronized long next() {
        skipMissed();
        if (left == 0) {
            Paces.Grant grant = paces.take(connection, apart, group);
            hear(grant.held());
            nextSlot = time.nanos() + grant.first().toNanos();
            left = group;
        }
        long wait = nextSlot - time.nanos();
        nextSlot += apart.toNanos();
        left--;
        return Math.max(0, wait);
    }

    /** A slot whose time has passed would come on top of somebody else's. */
    private void skipMissed() {
        while (left > 0 && time.nanos() - nextSlot > apart.toNanos() / 4) {
            nextSlot += apart.toNanos();
            left--;
        }
    }

    @Override
    public Duration apart() {
        return apart;
    }

    @Override
    public void hold(Duration wait) {
        hear(wait);
        try {
            paces.hold(connection, wait);
        } catch (LedgerUnavailable away) {
            LOG.error("Other nodes cannot be told to wait for {}: {}", connection, away.getMessage());
        }
    }

    @Override
    public long held() {
        if (isStale()) {
            hear(paces.held(connection));
        }
        synchronized (this) {
            return heldUntil - time.nanos();
        }
    }

    private synchronized boolean isStale() {
        return time.nanos() - heardAt > STALE_NANOS;
    }

    private synchronized void hear(Duration held) {
        long until = time.nanos() + held.toNanos();
        heldUntil = until - heldUntil > 0 ? until : heldUntil;
        heardAt = time.nanos();
    }
}
