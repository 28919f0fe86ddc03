package bactrian.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Calls that wait for others, because they edit the same targets later. */
final class Followers {
    private final Handle handle;

    Followers(Handle handle) {
        this.handle = handle;
    }

    /** Those that waited for the settled call need one call less. */
    void free(Settlement settled) {
        long job = settled.claim().held().job();
        int own = settled.claim().held().part();
        Map<Integer, Integer> readyByPart = new HashMap<>();
        handle.createQuery("update call set needs = needs - 1, due = case when needs = 1 and part = :part then :due"
                        + " else due end, state = case when needs > 1 or state <> 'blocked' then state"
                        + " when part = :part and :due is not null then 'waiting' else 'ready' end"
                        + " where job = :job and number in (select number from call_after where job = :job"
                        + " and needed = :number) returning part, state")
                .bind(
                        "due",
                        settled.othersNotBefore().map(Instant::toEpochMilli).orElse(null))
                .bind("part", own)
                .bind("job", job)
                .bind("number", settled.claim().call().number())
                .map((row, context) -> row.getString("state").equals("ready") ? row.getInt("part") : 0)
                .forEach(part -> readyByPart.merge(part, 1, Integer::sum));
        readyByPart.remove(0);
        readyByPart.forEach((part, ready) ->
                handle.execute("update part set ready = ready + ? where job = ? and number = ?", ready, job, part));
    }
}
