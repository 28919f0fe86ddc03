package bactrian.dispatch;

import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.ClaimLost;
import bactrian.ledger.Evidence;
import bactrian.ledger.Ledger;
import bactrian.ledger.Retention;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All lanes, one a connection. They share nothing but the ledger, so that a slow provider slows only itself. */
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final TreeMap<String, Lane> lanes = new TreeMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Claim> takenOver = new ArrayDeque<>();
    private final Set<String> missed = ConcurrentHashMap.newKeySet();
    private final Node node;
    private final Watch watch;
    private final Calls calls;
    private final Catalogue catalogue;

    /**
     * @param connections those whose provider is unknown get no lane
     * @param lease what lets them send
     * @param random spreads back-offs; safe for many threads
     */
    public Lanes(
            Connections connections,
            Providers providers,
            Ledger ledger,
            Lease lease,
            Timekeeper time,
            RandomGenerator random) {
        this(connections, providers, ledger, lease, time, random, Retention.USUAL);
    }

    /** @param evidence how much of requests and answers is kept in the ledger */
    public Lanes(
            Connections connections,
            Providers providers,
            Ledger ledger,
            Lease lease,
            Timekeeper time,
            RandomGenerator random,
            Retention evidence) {
        this.calls = ledger.calls();
        this.node = new Node(ledger, lease, time, closing, new Lookout(calls::due), new Backoff(random), evidence);
        this.watch = new Watch(lanes, node);
        this.catalogue = providers.catalogue();
        Function<String, Inherited> inherited = Inherited.in(ledger);
        for (Connection connection : connections.all()) {
            String name = connection.name();
            providers
                    .find(connection.provider())
                    .ifPresent(provider -> lanes.put(name, lane(connection, provider, inherited.apply(name))));
        }
    }

    private Lane lane(Connection connection, Provider provider, Inherited inherited) {
        Upstream upstream = Upstream.of(connection, provider);
        return new Lane(
                upstream,
                node,
                new Slots(pace(connection), node.time(), closing, node.backoff()),
                new Settling(upstream, node, catalogue),
                inherited);
    }

    private Pacing pace(Connection connection) {
        double rate = connection.limits().requestsPerSecond();
        Ledger ledger = node.ledger();
        return ledger.nodes().shared()
                ? new SharedPace(Turns.of(ledger.paces(), connection.name()), connection.name(), rate, node.time())
                : new OwnPace(rate, node.time());
    }

    /** In order of connection name. */
    public List<Lane> all() {
        return List.copyOf(lanes.values());
    }

    /** Asks questions outside any call, within the rate of a connection's lane; empty where it has none. */
    public Optional<Inquiry> inquiry(String connection, Wire wire) {
        return of(connection).map(lane -> lane.inquiry(wire));
    }

    public Optional<Lane> of(String connection) {
        return Optional.ofNullable(lanes.get(connection));
    }

    /** From now on, somebody hears of every attempt. */
    public void observedBy(Observer observer) {
        lanes.values().forEach(lane -> lane.completion().observedBy(observer));
    }

    /** There may be something new to send. */
    public void wake() {
        node.lookout().wake();
    }

    /**
     * Those whose workers should get up. Asked often; looks into the ledger once a second while nothing is due, however many
     * lanes there are.
     *
     * @param free whether a lane has a worker that is not at work
     */
    public List<Lane> due(Predicate<Lane> free) {
        return watch.due(free);
    }

    /**
     * Takes care of calls that were being sent when their process died. To be called before any lane runs, and again
     * where other nodes may die.
     */
    public synchronized void recover() {
        takenOver.addAll(calls.interrupted(this::isKnown));
        while (!takenOver.isEmpty()) {
            Claim claim = takenOver.element();
            try {
                of(claim.call().change().connection()).orElseThrow().interrupted(claim);
            } catch (ClaimLost silence) {
                LOG.warn("Another node takes care of what a dead one left: {}", silence.getMessage());
            }
            takenOver.remove(); // not before: should the ledger be away, it is ours still, and nobody else's
        }
    }

    /** Nobody can tell what became of a call without its provider: it stays as it is until there is one again. */
    private boolean isKnown(String connection) {
        boolean known = lanes.containsKey(connection);
        if (!known && missed.add(connection)) {
            LOG.warn(
                    "A call was being sent when its process died, and connection {} is no longer configured. Its job"
                            + " goes on when it is configured again and Bactrian restarted, or ends when it is cancelled.",
                    connection);
        }
        return known;
    }

    /** Forgets requests and answers that have been kept for long enough, or are too many. */
    public void forgetEvidence() {
        Evidence evidence = node.ledger().evidence();
        evidence.forgetExchanges(node.time().instant().minus(node.retention().time()));
        evidence.boundExchanges(node.retention().bytes());
    }

    /**
     * Ends the calls of cancelled jobs that were sent over a connection that is not configured any more. What may have been
     * applied is said to be so.
     */
    public void endAbandoned() {
        for (Claim claim : calls.abandoned(lanes.keySet())) {
            Change change = claim.call().change();
            String why = "The job was cancelled, and connection " + change.connection() + " is no longer configured.";
            boolean safe = catalogue
                    .find(change.provider(), change.operation())
                    .filter(operation -> operation.repeatIsSafe(change))
                    .isPresent();
            Outcome outcome = safe
                    ? Outcome.failed(Code.CANCELLED, why + RetryRules.REPEAT_IS_SAFE)
                    : Outcome.unknown(why + RetryRules.MAY_BE_APPLIED);
            calls.settle(claim, Collections.nCopies(claim.call().size(), outcome));
        }
    }

    /** Nothing more is taken; calls in flight can still be settled. */
    @Override
    public void close() {
        closing.countDown();
    }
}
