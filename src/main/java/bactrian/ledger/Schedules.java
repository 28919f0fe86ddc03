package bactrian.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What became of scheduled jobs that made none. */
public final class Schedules {
    private final Store store;
    private final InstantSource clock;

    Schedules(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Why a schedule that was due made no job. */
    public record Note(Instant at, String text) {}

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
