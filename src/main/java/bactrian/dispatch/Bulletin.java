package bactrian.dispatch;

import bactrian.ledger.LaneState;
import bactrian.ledger.LaneStates;
import bactrian.ledger.LedgerUnavailable;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one lane tells others through the ledger, and what they tell it: how it is, and that somebody resumes it. */
final class Bulletin {
    private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String connection;
    private final LaneStates states;
    private LaneState told;
    private long resumed;
    private Instant look = Instant.MIN;

    Bulletin(String connection, LaneStates states) {
        this.connection = connection;
        this.states = states;
        this.told = states.of(connection);
        this.resumed = states.resumed(connection);
    }

    /** How the lane was when this was made. */
    synchronized LaneState before() {
        return told;
    }

    /** Records how the lane is, where that has changed. */
    synchronized void tell(Health health) {
        LaneState now = health.state(connection);
        if (now.equals(told)) {
            return;
        }
        log(now);
        told = now;
        try {
            states.record(now);
        } catch (LedgerUnavailable away) {
            LOG.error("How connection {} is cannot be recorded: {}", connection, away.getMessage());
        }
    }

    /** Whether somebody has resumed it since this was asked the last time. Looks once a second at most. */
    synchronized boolean heardResume(Instant now) {
        if (now.isBefore(look)) {
            return false;
        }
        look = now.plus(LOOK);
        long before = resumed;
        resumed = states.resumed(connection);
        return resumed != before;
    }

    private void log(LaneState now) {
        if (told.trouble().isEmpty() && now.trouble().isPresent()) {
            LOG.warn("Connection {} rests: {}", connection, now.trouble().get().why());
        } else if (told.trouble().isPresent() && now.trouble().isEmpty()) {
            LOG.info("Connection {} is well again", connection);
        }
    }
}
