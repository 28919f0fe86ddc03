package bactrian.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Whose turn a schedule is, where it is due on several nodes at once, and what became of runs that made no job. */
public final class Schedules {
    private final Store store;
    private final Self self;
    private final InstantSource clock;

    Schedules(Store store, Self self, InstantSource clock) {
        this.store = store;
        this.self = self;
        this.clock = clock;
    }

    /** Why a schedule that was due made no job. */
    public record Note(Instant at, String text) {}

    /**
     * Takes a run of a schedule that is due now. One node gets it, and none while another one that is alive has not
     * {@link #finish finished} the run before.
     *
     * @param timing by what it is due; a changed one starts anew
     * @param nextAt when it is due after this run: that names the run, also where one that was missed is made up for
     */
    public boolean take(String schedule, String timing, Instant nextAt) {
        String now = store.dialect().now();
        return store.write(handle -> {
            handle.execute(
                    "insert into schedule_turn (schedule, timing, next_at, taken_at) values (?, ?, 0, 0)"
                            + " on conflict (schedule) do nothing",
                    schedule,
                    timing);
            // A clock that was set back must not hold a schedule up until it has caught up.
            return handle.execute(
                            "update schedule_turn set timing = ?, next_at = ?, taken_at = " + now
                                    + ", node = ? where schedule = ? and (timing <> ? or next_at < ? or taken_at > "
                                    + now + ") and " + Self.FREE,
                            timing,
                            nextAt.toEpochMilli(),
                            self.number(),
                            schedule,
                            timing,
                            nextAt.toEpochMilli(),
                            self.number())
                    == 1;
        });
    }

    /** The run that this process took made its job, or made none. */
    public void finish(String schedule) {
        store.write(handle -> handle.execute(
                "update schedule_turn set node = null where schedule = ? and node = ?", schedule, self.number()));
    }

    /** Replaces what was noted before. */
    public void note(String schedule, String text) {
        long now = clock.millis();
        store.write(handle -> handle.createUpdate("insert into schedule_note (schedule, at, note)"
                        + " values (:schedule, :at, :note)"
                        + " on conflict (schedule) do update set at = excluded.at, note = excluded.note")
                .bind("schedule", schedule)
                .bind("at", now)
                .bind("note", text)
                .execute());
    }

    public Optional<Note> lastNote(String schedule) {
        return store.read(handle -> handle.createQuery("select at, note from schedule_note where schedule = :schedule")
                .bind("schedule", schedule)
                .map((row, context) -> new Note(Instant.ofEpochMilli(row.getLong("at")), row.getString("note")))
                .findOne());
    }
}
