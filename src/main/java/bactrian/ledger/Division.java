package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts smaller calls in the place of a call. */
final class Division {
    private final Handle handle;
    private final Taken divided;

    Division(Handle handle, Taken divided) {
        this.handle = handle;
        this.divided = divided;
    }

    /** @param settled one an edit of the claimed call; those without outcome go into exactly one of the parts */
    static void of(
            Handle handle,
            Claim claim,
            List<Optional<Outcome>> settled,
            List<List<Integer>> parts,
            int repeated,
            long now) {
        Taken taken = Taken.end(handle, claim, "divided", Outcomes.pack(settled), now);
        taken.countAttempt(handle, claim);
        TallyCount.of(settled).addTo(handle, taken.job());
        new Division(handle, taken).into(claim.call(), parts, repeated);
        if (JobFlags.cancelled(handle, taken.job())) {
            new Cancelling(handle, now).openCalls(taken.job());
        }
    }

    private void into(Call call, List<List<Integer>> parts, int repeated) {
        long[] ordinals =
                Ordinals.unpack(handle.createQuery("select ordinals from cargo where job = :job and number = :number")
                        .bind("job", divided.job())
                        .bind("number", divided.number())
                        .mapTo(byte[].class)
                        .one());
        int last = handle.createQuery("update job set last_call = last_call + :parts,"
                        + " open_calls = open_calls + :parts - 1 where number = :job returning last_call")
                .bind("parts", parts.size())
                .bind("job", divided.job())
                .mapTo(int.class)
                .one();
        int number = last - parts.size();
        for (List<Integer> places : parts) {
            insert(++number, call, ordinals, places, repeated);
            handle.execute(
                    "insert into call_after (job, needed, number) select job, ?, number from call_after"
                            + " where job = ? and needed = ?",
                    number,
                    divided.job(),
                    divided.number());
        }
        handle.execute(
                "update call set needs = needs + ? where job = ? and number in"
                        + " (select number from call_after where job = ? and needed = ?)",
                parts.size() - 1,
                divided.job(),
                divided.job(),
                divided.number());
        handle.execute(
                "update call set extra = extra + ? where job = ? and number = ?",
                parts.size(),
                divided.job(),
                divided.root());
        handle.execute(
                "update part set open_calls = open_calls + ?, ready = ready + ? where job = ? and number = ?",
                parts.size() - 1,
                parts.size(),
                divided.job(),
                divided.part());
    }

    private void insert(int number, Call call, long[] ordinals, List<Integer> places, int repeated) {
        handle.execute(
                "insert into call (job, number, change, connection, part, place, size, state, root, repeats)"
                        + " select job, ?, change, connection, part, place, ?, 'ready', root, repeats + ?"
                        + " from call where job = ? and number = ?",
                number,
                places.size(),
                repeated,
                divided.job(),
                divided.number());
        List<Long> own = places.stream().map(place -> ordinals[place]).toList();
        handle.execute(
                "insert into cargo (job, number, first_ordinal, last_ordinal, ordinals, targets)"
                        + " values (?, ?, ?, ?, ?, ?)",
                divided.job(),
                number,
                own.get(0),
                own.get(own.size() - 1),
                Ordinals.pack(own),
                Targets.pack(places.stream().map(call.targets()::get).toList()));
    }
}
