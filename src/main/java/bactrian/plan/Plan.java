package bactrian.plan;

import bactrian.instruction.Findings;
import bactrian.operation.Connections;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What planning a document came to.
 *
 * @param findings where these refuse the document, there are no shares and nothing was given to the sink
 * @param shares one an operation and connection, in the order of their first edits
 * @param irreversible what cannot be undone whatever the values before are, one a kind
 * @param difference from what was last applied, where the document is a snapshot
 */
public record Plan(
        Findings findings, List<Share> shares, List<Irreversible> irreversible, Optional<Difference> difference) {

    public Plan {
        shares = List.copyOf(shares);
        irreversible = List.copyOf(irreversible);
    }

    /** A plan of which all can be undone, of a document that is compared with nothing. */
    public Plan(Findings findings, List<Share> shares) {
        this(findings, shares, List.of(), Optional.empty());
    }

    /** Calls of all shares. */
    public long calls() {
        return shares.stream().mapToLong(Share::calls).sum();
    }

    /** The shortest time the calls take at the rate limit, by connection; connections run beside each other. */
    public Map<String, Duration> estimate(Connections connections) {
        Map<String, Duration> estimates = new TreeMap<>();
        for (Share share : shares) {
            double rate = connections
                    .find(share.connection())
                    .orElseThrow(() -> new IllegalArgumentException("no connection " + share.connection()))
                    .limits()
                    .requestsPerSecond();
            Duration duration = Duration.ofNanos(Math.round(share.calls() / rate * 1e9));
            estimates.merge(share.connection(), duration, Duration::plus);
        }
        return estimates;
    }
}
