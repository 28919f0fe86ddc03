package bactrian.ledger;

import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The calls of running jobs, claimed and settled by lanes. Every verb that takes a claim gives it back; it throws {@link
 * ClaimLost} when the call is no longer claimed. A call that would go out again although its job has been
 * cancelled meanwhile is cancelled instead.
 */
public final class Calls {
    private final Store store;
    private final InstantSource clock;
    private final Self self;
    private final Exchanges exchanges = new Exchanges();
    private volatile JobOrder order = JobOrder.OVERLAPPING;

    Calls(Store store, InstantSource clock, Self self) {
        this.store = store;
        this.clock = clock;
        this.self = self;
    }

    /** How jobs share a connection from now on; {@link JobOrder#OVERLAPPING} at first. */
    public void order(JobOrder other) {
        order = other;
    }

    /**
     * Takes the next call of a connection that is due: one that is followed, then one that waits for a further attempt,
     * then the first ready one of the oldest running job. Two claims never get one call. Of a paused job only followed
     * calls are claimed, of a connection in {@link Pauses} none.
     */
    public Optional<Claim> claim(String connection) {
        long now = clock.millis();
        return store.claim(new Wish(connection, now, self.number(), order)).map(ClaimRow::claim);
    }

    /** Whether {@link #claim} would find one now. Cheap. */
    public boolean hasDue(String connection) {
        long now = clock.millis();
        return store.read(handle -> new Claiming(handle, now, self).any(connection, order));
    }

    /**
     * When the next call of each connection becomes due, or since when one is; those are missing that wait for nothing. What is
     * being sent does not count. One statement, however many connections there are.
     */
    public Map<String, Instant> due() {
        return store.read(handle -> Claiming.dueTimes(handle, order));
    }

    /** @param outcomes one an edit, in the call's order */
    public void settle(Claim claim, List<Outcome> outcomes) {
        settle(claim, outcomes, Optional.empty());
    }

    /**
     * Settles a call whose edits may yet be applied, so that later edits of its targets should wait.
     *
     * @param outcomes one an edit, in the call's order
     * @param othersNotBefore calls that waited for this one, and later sections, are not claimed before
     */
    public void settle(Claim claim, List<Outcome> outcomes, Optional<Instant> othersNotBefore) {
        startSettling(claim, outcomes, othersNotBefore).await();
    }

    /** {@link #settle}, but returns at once: whoever claims next waits for both together. */
    public Durable startSettling(Claim claim, List<Outcome> outcomes, Optional<Instant> othersNotBefore) {
        return startSettling(claim, true, outcomes, othersNotBefore);
    }

    /** {@link #startSettling}, for a call that was claimed and not sent: it counts as no request. */
    public Durable startSettlingUnsent(Claim claim, List<Outcome> outcomes, Optional<Instant> othersNotBefore) {
        return startSettling(claim, false, outcomes, othersNotBefore);
    }

    private Durable startSettling(
            Claim claim, boolean sent, List<Outcome> outcomes, Optional<Instant> othersNotBefore) {
        Partition.requireOneEach(claim.call(), outcomes.size());
        List<Optional<Outcome>> all = outcomes.stream().map(Optional::of).toList();
        byte[] packed = Outcomes.pack(all);
        TallyCount count = TallyCount.of(all);
        long now = clock.millis();
        return store.settle(new Settlement(claim, sent, packed, count, othersNotBefore, exchanges.taken(claim), now));
    }

    /**
     * Puts the call off for a further attempt at sending its edits; where it was followed, it no longer is.
     *
     * @param trace what this attempt left behind
     */
    public void repeat(Claim claim, Instant due, Trace trace, String why) {
        waiting(claim, waiting -> waiting.repeat(claim, due, trace, why));
    }

    /**
     * Puts the call off without counting an attempt; where it is followed, it still is.
     *
     * @param trace what this attempt left behind; its request stays counted unless it was not sent
     */
    public void defer(Claim claim, Instant due, Trace trace, String why) {
        waiting(claim, waiting -> {
            if (trace == Trace.NOT_SENT) {
                waiting.neverSent(claim, due, why);
            } else {
                waiting.refused(claim, due, trace, why);
            }
        });
    }

    /**
     * The connection could send nothing between these times: they do not count in {@link Claim#refusedSince} of the calls
     * that wait for it.
     */
    public void excuse(String connection, Instant from, Instant until) {
        store.write(handle -> handle.createUpdate("update call set refused_since = case when refused_since < :from"
                        + " then refused_since + :until - :from else :until end"
                        + " where connection = (select number from connection where name = :name)"
                        + " and state in ('following', 'waiting') and refused_since < :until")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("name", connection)
                .execute());
    }

    /** The provider has taken the call; it is asked again at {@code due}. */
    public void follow(Claim claim, Pursuit pursuit, Instant due, String progress) {
        waiting(claim, waiting -> waiting.follow(claim, pursuit, due, progress));
    }

    /** The call turned out to be never taken: its edits may be sent again at once. */
    public void unfollow(Claim claim) {
        waiting(claim, waiting -> waiting.unfollow(claim));
    }

    /** Gives an unsent claim back as it was, for example at shutdown. */
    public void release(Claim claim) {
        waiting(claim, waiting -> waiting.release(claim));
    }

    private void waiting(Claim claim, Consumer<Waiting> verb) {
        long now = clock.millis();
        Work<Boolean> evidence = exchanges.writing(claim);
        store.write(handle -> {
            verb.accept(new Waiting(handle, now));
            return evidence.in(handle);
        });
    }

    /**
     * Replaces the call by smaller ones, which inherit its place in the order. Calls that waited for it wait for them.
     *
     * @param settled one an edit, in the call's order; edits without an outcome are in exactly one part
     * @param parts places (from 0, ascending) of the edits of each new call; not empty
     * @param repeated the parts were sent before and proved not applied, see {@link bactrian.operation.Call#repeats}
     * @throws IllegalArgumentException when some edit is in no part, in two, or has an outcome and is in a part
     */
    public void divide(Claim claim, List<Optional<Outcome>> settled, List<List<Integer>> parts, boolean repeated) {
        Partition.require(claim.call(), settled, parts);
        long now = clock.millis();
        Work<Boolean> evidence = exchanges.writing(claim);
        store.write(handle -> {
            Division.of(handle, claim, settled, parts, repeated ? 1 : 0, now);
            return evidence.in(handle);
        });
    }

    /** Keeps what went over the wire for a claim; written together with the verb that the claim is given back by. */
    public void witness(Claim claim, Exchange exchange) {
        exchanges.add(claim, exchange);
    }

    /** How many extra calls were made so far by dividing the call this one descends from. */
    public int divisions(Claim claim) {
        return store.read(handle -> handle.createQuery("select r.extra from call c join call r on r.job = c.job"
                        + " and r.number = c.root where c.job = (select number from job where id = :job)"
                        + " and c.number = :number")
                .bind("job", claim.call().job())
                .bind("number", claim.call().number())
                .mapTo(int.class)
                .one());
    }

    /**
     * Calls whose edits were being sent when the node that sent them died, claimed for the caller. Those that were only
     * asked about are simply asked again. A node is dead when it is not among {@link Nodes#all}.
     *
     * @param wanted says of a connection's name whether its calls are; what is not wanted is left for others
     */
    public List<Claim> interrupted(Predicate<String> wanted) {
        long now = clock.millis();
        return store.write(handle -> new Claiming(handle, now, self).interrupted(wanted)).stream()
                .map(ClaimRow::claim)
                .toList();
    }

    /**
     * Calls of cancelled jobs that were sent, or are followed, over connections other than these, claimed for the caller:
     * no lane of this node will ever settle them. What another node holds is left to it.
     */
    public List<Claim> abandoned(Set<String> connections) {
        boolean some = store.read(handle -> handle.createQuery(
                        "select exists (select 1 from job where state = 'running' and cancelled = 1)")
                .mapTo(boolean.class)
                .one());
        if (!some) {
            return List.of();
        }
        return store.write(handle -> new Claiming(handle, clock.millis(), self).abandoned(connections)).stream()
                .map(ClaimRow::claim)
                .toList();
    }
}
