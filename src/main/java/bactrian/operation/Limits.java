package bactrian.operation;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How hard a connection may be driven.
 *
 * @param requestsPerSecond requests are spaced evenly; never more than this in any second; above 0
 * @param maxConcurrentCalls calls in flight at once; at least 1
 * @param maxIdsPerCall a lower limit than the operation's own, where set
 * @param connectTimeout longest wait for a connection
 * @param responseTimeout longest wait for an answer
 * @param maxAttempts attempts at a call before it fails; waiting for a rate limit is not an attempt
 * @param giveUpAfter how long a lane may be down, or refused with 429, before its calls fail
 * @param pollInterval pause between two looks at work the provider does in the background
 * @param pollDeadline longest time such work is followed
 * @param maxSplitCalls extra calls that may be spent on one refused call to find the edits at fault
 * @param settleDelay how long later edits of a target wait after a lost answer that cannot be read back
 */
public record Limits(
        double requestsPerSecond,
        int maxConcurrentCalls,
        OptionalInt maxIdsPerCall,
        Duration connectTimeout,
        Duration responseTimeout,
        int maxAttempts,
        Duration giveUpAfter,
        Duration pollInterval,
        Duration pollDeadline,
        int maxSplitCalls,
        Duration settleDelay) {

    /** The limits of a connection that sets nothing but its rate. */
    public static Limits at(double requestsPerSecond) {
        return new Limits(
                requestsPerSecond,
                8,
                OptionalInt.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                5,
                Duration.ofHours(24),
                Duration.ofSeconds(2),
                Duration.ofHours(6),
                64,
                Duration.ofSeconds(30));
    }
}
