package bactrian.dispatch;

import bactrian.ledger.LaneState;
import bactrian.ledger.LaneStates;
import bactrian.ledger.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one lane tells others through the ledger, and what they tell it: how it is, and that somebody resumes it. */
final class Bulletin {
    private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);

    private final String connection;
    private final LaneStates states;
    private LaneState told;
    private long resumed;

    /** @param inherited what others know already */
    Bulletin(String connection, LaneStates states, Inherited inherited) {
        this.connection = connection;
        this.states = states;
        this.told = inherited.state();
        this.resumed = inherited.resumed();
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

    /** Whether that is news. @param times how often somebody has resumed it by now */
    synchronized boolean isResumed(long times) {
        boolean news = times != resumed;
        resumed = times;
        return news;
    }

    private void log(LaneState now) {
        if (told.trouble().isEmpty() && now.trouble().isPresent()) {
            LOG.warn("Connection {} rests: {}", connection, now.trouble().get().why());
        } else if (told.trouble().isPresent() && now.trouble().isEmpty()) {
            LOG.info("Connection {} is well again", connection);
        }
    }
}
