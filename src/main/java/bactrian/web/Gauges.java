package bactrian.web;

import bactrian.dispatch.Lane;
import bactrian.ledger.Census;
import bactrian.ledger.Census.Backlog;
import bactrian.ledger.LaneState;
import bactrian.ledger.Pauses.Pause;
import bactrian.ledger.Tally;
import bactrian.operation.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ledger and the lanes know, as of the last {@link #refresh}. Not safe for many threads. */
final class Gauges {
    private final Parts parts;
    private final MeterRegistry registry;
    private final MultiGauge jobs;
    private final MultiGauge openCalls;
    private final MultiGauge oldest;
    private final MultiGauge paused;
    private final MultiGauge resting;
    private final MultiGauge limited;
    private final MultiGauge rate;
    private Tally counted;
    private long retriesCounted;

    Gauges(Parts parts, MeterRegistry registry) {
        this.parts = parts;
        this.registry = registry;
        jobs = gauge("bactrian.jobs", "Jobs in the ledger by state");
        openCalls = gauge("bactrian.open.calls", "Calls that are planned and not settled");
        oldest = gauge("bactrian.oldest.waiting.seconds", "How long the oldest job with open calls has been here");
        paused = gauge("bactrian.connection.paused", "1 while somebody has paused the connection");
        resting = gauge("bactrian.connection.resting", "1 while the connection rests because of trouble");
        limited = gauge("bactrian.connection.limited", "1 while the provider answers 429");
        rate = gauge("bactrian.connection.rate.limit", "Requests a second that the connection may send");
        Census start = parts.ledger().jobs().census();
        counted = start.edits();
        retriesCounted = start.retries();
        count(start); // Makes the counters known, at 0.
    }

    private MultiGauge gauge(String name, String what) {
        return MultiGauge.builder(name).description(what).register(registry);
    }

    void refresh() {
        Census census = parts.ledger().jobs().census();
        count(census);
        set(
                jobs,
                census.jobs().entrySet().stream()
                        .map(entry -> Row.of(Tags.of("state", entry.getKey().word()), entry.getValue())));
        Map<String, Backlog> backlogs =
                census.backlogs().stream().collect(Collectors.toMap(Backlog::connection, backlog -> backlog));
        long now = parts.clock().millis();
        perConnection(
                openCalls, name -> of(backlogs, name).map(Backlog::openCalls).orElse(0L));
        perConnection(oldest, name -> of(backlogs, name)
                .map(backlog -> (now - backlog.oldest().toEpochMilli()) / 1_000)
                .orElse(0L));
        Set<String> pauses =
                parts.ledger().pauses().all().stream().map(Pause::connection).collect(Collectors.toSet());
        perConnection(paused, name -> pauses.contains(name) ? 1 : 0);
        perConnection(resting, name -> flag(lane(name).flatMap(LaneState::trouble)));
        perConnection(limited, name -> flag(lane(name).flatMap(LaneState::limitedSince)));
        perConnection(rate, name -> parts.settings()
                .connections()
                .find(name)
                .map(connection -> connection.limits().requestsPerSecond())
                .orElse(0.0));
    }

    /** Counters never go back, although jobs are purged. */
    private void count(Census census) {
        Tally now = census.edits();
        count("succeeded", now.succeeded() - counted.succeeded());
        count("failed", now.failed() - counted.failed());
        count("skipped", now.skipped() - counted.skipped());
        count("unknown", now.unknown() - counted.unknown());
        registry.counter("bactrian.retries").increment(Math.max(0, census.retries() - retriesCounted));
        counted = now;
        retriesCounted = census.retries();
    }

    private void count(String outcome, long more) {
        registry.counter("bactrian.edits", "outcome", outcome).increment(Math.max(0, more));
    }

    private void perConnection(MultiGauge gauge, Function<String, Number> value) {
        List<Connection> all = parts.settings().connections().all();
        set(
                gauge,
                all.stream().map(Connection::name).map(name -> Row.of(Tags.of("connection", name), value.apply(name))));
    }

    private static void set(MultiGauge gauge, Stream<Row<Number>> rows) {
        gauge.register(rows.collect(Collectors.toList()), true);
    }

    private Optional<LaneState> lane(String connection) {
        return parts.lanes().of(connection).map(Lane::state);
    }

    private static Optional<Backlog> of(Map<String, Backlog> backlogs, String connection) {
        return Optional.ofNullable(backlogs.get(connection));
    }

    private static int flag(Optional<?> there) {
        return there.isPresent() ? 1 : 0;
    }
}
