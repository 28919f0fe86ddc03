package bactrian.ledger;

import bactrian.outcome.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ends calls: their outcomes, the job's sums, the calls that waited for them and the sections behind them. */
final class Settling {
    private final Handle handle;
    private final long now;

    Settling(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /** What the settling of a call says about its job. */
    private record After(boolean chained, boolean cancelled) {}

    void settle(Claim claim, byte[] outcomes, TallyCount count, Optional<Instant> othersNotBefore) {
        Taken taken = Taken.end(handle, claim, "settled", outcomes, now);
        After after = handle.createQuery("update job set succeeded = succeeded + :succeeded, failed = failed + :failed,"
                        + " skipped = skipped + :skipped, unknown = unknown + :unknown, calls = calls + :first,"
                        + " retries = retries + :further, open_calls = open_calls - 1,"
                        + " progress = case when :asked = 1 then '' else progress end where number = :job"
                        + " returning chained, cancelled")
                .bind("succeeded", count.succeeded())
                .bind("failed", count.failed())
                .bind("skipped", count.skipped())
                .bind("unknown", count.unknown())
                .bind("first", taken.first(claim))
                .bind("further", taken.further(claim))
                .bind("asked", claim.pursuit().isPresent() ? 1 : 0)
                .bind("job", taken.job())
                .map((row, context) -> new After(row.getInt("chained") == 1, row.getInt("cancelled") == 1))
                .one();
        if (after.cancelled) {
            return;
        }
        othersNotBefore.ifPresent(until -> new Sections(handle).notBefore(taken.job(), taken.part(), until));
        if (after.chained) {
            free(taken, othersNotBefore);
        }
        new Sections(handle).settledOne(taken.job(), taken.part());
    }

    /** Calls that waited for this one need one call less. */
    private void free(Taken taken, Optional<Instant> notBefore) {
        Map<Integer, Integer> readyByPart = new HashMap<>();
        handle.createQuery("update call set needs = needs - 1, due = case when needs = 1 and part = :part then :due"
                        + " else due end, state = case when needs > 1 or state <> 'blocked' then state"
                        + " when part = :part and :due is not null then 'waiting' else 'ready' end"
                        + " where job = :job and number in (select number from call_after where job = :job"
                        + " and needed = :number) returning part, state")
                .bind("due", notBefore.map(Instant::toEpochMilli).orElse(null))
                .bind("part", taken.part())
                .bind("job", taken.job())
                .bind("number", taken.number())
                .map((row, context) -> row.getString("state").equals("ready") ? row.getInt("part") : 0)
                .forEach(part -> readyByPart.merge(part, 1, Integer::sum));
        readyByPart.remove(0);
        readyByPart.forEach((part, ready) -> handle.execute(
                "update part set ready = ready + ? where job = ? and number = ?", ready, taken.job(), part));
    }

    /** @param settled one an edit; those without outcome go into exactly one of the parts */
    void divide(Claim claim, List<Optional<Outcome>> settled, List<List<Integer>> parts, int repeated) {
        Taken taken = Taken.end(handle, claim, "divided", Outcomes.pack(settled), now);
        taken.countAttempt(handle, claim);
        TallyCount.of(settled).addTo(handle, taken.job());
        new Division(handle, taken).into(claim.call(), parts, repeated);
        if (JobFlags.cancelled(handle, taken.job())) {
            new Cancelling(handle, now).openCalls(taken.job());
        }
    }
}
