package bactrian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a job goes, from what it has done so far.
 *
 * @param left until it ends; empty while nothing is settled
 */
public record Pace(double editsPerSecond, Optional<Duration> left) {

    private static final Pace UNKNOWN = new Pace(0, Optional.empty());

    /** @param now for jobs that run */
    public static Pace of(Job job, Instant now) {
        long settled = job.tally().settled();
        if (job.startedAt().isEmpty() || settled == 0 || job.state().ended()) {
            return UNKNOWN;
        }
        double seconds =
                Math.max(0.001, Duration.between(job.startedAt().get(), now).toMillis() / 1e3);
        double rate = settled / seconds;
        long open = job.tally().total() - settled;
        return new Pace(
                rate, open == 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (open / rate * 1e3))));
    }
}
