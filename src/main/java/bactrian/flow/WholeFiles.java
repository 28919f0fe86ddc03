package bactrian.flow;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whole files from those that somebody is still writing. A file is whole when two looks at it, {@link #QUIET} or
 * more apart, found the same size and the same time of change; in between, no other file waits for it. Of files that came
 * together none overtakes another, because one round of looks takes place at one time. The clock on the wall does not
 * matter, so neither does one that was set back. For the one thread that looks into a folder.
 */
final class WholeFiles {
    static final Duration QUIET = Duration.ofMillis(900);

    /** What could not be taken in is left alone for so long, so that it keeps nobody busy. */
    static final Duration REST = Duration.ofSeconds(5);

    /** What was taken in and could not be removed is left alone for so long: it is read again to be known. */
    static final Duration STUCK = Duration.ofMinutes(10);

    /** Who was not looked at for so long has gone. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(WholeFiles.class);

    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Mentioned unremovable = new Mentioned();
    private long swept;
    private OptionalLong round = OptionalLong.empty();

    /** How a file was found, since when, and when it was last looked at. */
    private record Seen(long size, long changed, long since, long last) {

        Seen again(Seen look) {
            boolean same = size == look.size && changed == look.changed;
            return same ? new Seen(size, changed, since, look.last) : look;
        }

        boolean quietAt(long time) {
            return time - since >= QUIET.toNanos();
        }
    }

    /** @param nanos a clock that only goes forward */
    WholeFiles(LongSupplier nanos) {
        this.nanos = nanos;
        this.swept = nanos.getAsLong();
    }

    /** Looks at the file, and says whether it has been quiet. */
    boolean whole(File file) {
        long now = nanos.getAsLong();
        sweep(now);
        Seen look = new Seen(file.length(), file.lastModified(), now, now);
        Seen known = seen.merge(file.getPath(), look, Seen::again);
        boolean quiet = known.quietAt(round.orElse(now));
        if (quiet) {
            seen.remove(file.getPath());
        }
        return quiet;
    }

    /** A round of looks begins. Were each file's quiet measured to its own look, a short pause would change the order. */
    void roundBegins() {
        round = OptionalLong.of(nanos.getAsLong());
    }

    /** For the route that looks into the folder: it says when a round begins. */
    PollingConsumerPollStrategy rounds() {
        return new DefaultPollingConsumerPollStrategy() {
            @Override
            public boolean begin(Consumer consumer, Endpoint endpoint) {
                roundBegins();
                return super.begin(consumer, endpoint);
            }
        };
    }

    private void sweep(long now) {
        if (now - swept > FORGOTTEN.toNanos()) {
            seen.values().removeIf(file -> now - file.last > FORGOTTEN.toNanos());
            swept = now;
        }
    }

    /** The file could not be taken in. */
    void refused(File file) {
        rest(file, REST);
    }

    /**
     * The file was taken in and should be gone.
     *
     * @param size what it was, to tell it from one that has just come under its name
     * @param changed likewise
     */
    void taken(File file, long size, long changed) {
        if (file.exists() && file.length() == size && file.lastModified() == changed) {
            rest(file, STUCK);
            if (unremovable.first(file.getPath())) {
                LOG.warn(
                        "The file {} was taken in, once, but cannot be removed. Let the user that runs Bactrian write to"
                                + " its folder, or remove it.",
                        file);
            }
        }
    }

    private void rest(File file, Duration rest) {
        long now = nanos.getAsLong();
        seen.put(file.getPath(), new Seen(file.length(), file.lastModified(), now + rest.toNanos(), now));
    }
}
