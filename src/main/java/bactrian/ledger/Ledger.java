package bactrian.ledger;

import java.time.InstantSource;

/**
 * The ledger, opened. Safe for many threads; several processes may open one SQLite file or one database. Durable writes
 * of many threads are grouped into one transaction; a verb returns when its write is durable. Every verb of {@link
 * #jobs}, {@link #calls}, {@link #evidence}, {@link #pauses}, {@link #lanes}, {@link #nodes} and {@link #paces} throws {@link
 * LedgerUnavailable} when the database fails it.
 */
public final class Ledger implements AutoCloseable {
    private final Store store;
    private final Jobs jobs;
    private final JobHistory history;
    private final JobTakings takings;
    private final Calls calls;
    private final Evidence evidence;
    private final Pauses pauses;
    private final LaneStates lanes;
    private final Nodes nodes;
    private final Paces paces;
    private final Messages messages;
    private final Tellings tellings;
    private final Snapshots snapshots;
    private final Schedules schedules;

    private Ledger(Store store, InstantSource clock) {
        this.store = store;
        Self self = new Self();
        this.jobs = new Jobs(store, clock);
        this.history = new JobHistory(store, clock);
        this.takings = new JobTakings(store, jobs, self);
        this.calls = new Calls(store, clock, self);
        this.evidence = new Evidence(store);
        this.nodes = new Nodes(store, self);
        this.paces = new Paces(store);
        this.pauses = new Pauses(store, clock);
        this.lanes = new LaneStates(store);
        this.messages = new Messages(store, clock);
        this.tellings = new Tellings(store, clock);
        this.snapshots = new Snapshots(store);
        this.schedules = new Schedules(store, self, clock);
    }

    /**
     * Opens and, where needed, creates or upgrades it.
     *
     * @throws LedgerUnavailable with what is wrong and what to do
     */
    public static Ledger open(LedgerPlace place, InstantSource clock) {
        return new Ledger(Store.open(dialect(place)), clock);
    }

    private static SqlDialect dialect(LedgerPlace place) {
        if (SqliteDialect.speaks(place.jdbcUrl())) {
            return SqliteDialect.of(place.jdbcUrl());
        }
        if (PostgresDialect.speaks(place.jdbcUrl())) {
            return PostgresDialect.of(place);
        }
        throw new LedgerUnavailable(
                "A ledger is kept in SQLite or in PostgreSQL, and BACTRIAN_LEDGER_URL names neither:"
                        + " unset it, or give it as jdbc:postgresql://host:port/database.");
    }

    public Jobs jobs() {
        return jobs;
    }

    public JobHistory history() {
        return history;
    }

    public JobTakings takings() {
        return takings;
    }

    public Calls calls() {
        return calls;
    }

    public Evidence evidence() {
        return evidence;
    }

    public Pauses pauses() {
        return pauses;
    }

    public LaneStates lanes() {
        return lanes;
    }

    public Nodes nodes() {
        return nodes;
    }

    public Paces paces() {
        return paces;
    }

    public Messages messages() {
        return messages;
    }

    public Tellings tellings() {
        return tellings;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Schedules schedules() {
        return schedules;
    }

    /** What was asked for before is written first; verbs called later throw {@link LedgerUnavailable}. */
    @Override
    public void close() {
        store.close();
    }
}
