package bactrian.dispatch;

import bactrian.ledger.ClaimLost;
import bactrian.ledger.Durable;
import bactrian.ledger.LedgerUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of a call, on its way into the ledger. It is begun at once, so that whoever has something else to wait for
 * waits for both together. An answer in hand is not dropped because the ledger cannot be written for a while.
 */
public final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String connection;
    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Supplier<Durable> entry;
    private Durable begun;

    /** @param entry what is written; run again where that failed */
    Recording(String connection, Timekeeper time, CountDownLatch closing, Supplier<Durable> entry) {
        this.connection = connection;
        this.time = time;
        this.closing = closing;
        this.entry = entry;
        this.begun = begin(entry);
    }

    private static Durable begin(Supplier<Durable> entry) {
        try {
            return entry.get();
        } catch (ClaimLost | LedgerUnavailable failure) {
            return () -> {
                throw failure;
            };
        }
    }

    /** Waits for the latest try. @return why it failed; empty where it is durable, or came too late to be recorded */
    Optional<LedgerUnavailable> trouble() {
        try {
            begun.await();
            return Optional.empty();
        } catch (ClaimLost late) {
            LOG.warn("What came of a call at {} is not recorded: {}", connection, late.getMessage());
            begun = Durable.DONE;
            return Optional.empty();
        } catch (LedgerUnavailable away) {
            return Optional.of(away);
        }
    }

    /**
     * Returns when it is durable, or came too late to be recorded.
     *
     * @throws LedgerUnavailable when it cannot be recorded before the lanes close
     */
    public void await() throws InterruptedException {
        boolean said = false;
        for (Optional<LedgerUnavailable> trouble = trouble(); trouble.isPresent(); trouble = trouble()) {
            if (time.await(closing, RETRY)) {
                throw trouble.get();
            }
            if (!said) {
                LOG.error(
                        "An answer from {} cannot be recorded yet: {}",
                        connection,
                        trouble.get().getMessage());
                said = true;
            }
            begun = begin(entry);
        }
    }
}
