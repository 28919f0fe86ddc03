package bactrian.ledger;

import bactrian.operation.Change;
import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The jobs of a ledger. A verb that does not fit the job's state changes nothing and returns {@code false}: somebody
 * else was quicker.
 */
public final class Jobs {
    private static final JobRow ROW = new JobRow();

    private final Store store;
    private final InstantSource clock;

    Jobs(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Records a document that is safely archived, as {@code received}.
     *
     * @param id unused so far
     * @return the new job, or the one of the same {@link Arrival#identity} and content, which somebody recorded before
     * @throws IllegalArgumentException when there is a job with this id
     */
    public Job receive(String id, Arrival arrival) {
        return store.write(handle -> JobRecording.insert(handle, clock, id, arrival));
    }

    /** The job with this id, or the only one whose id starts so. */
    public Optional<Job> find(String idOrStart) {
        return store.read(handle -> {
            Optional<Job> exact = one(handle, "id = ?", idOrStart);
            if (exact.isPresent() || idOrStart.isEmpty()) {
                return exact;
            }
            List<Job> starting = list(handle, "id > ? and id < ? order by id limit 2", idOrStart, idOrStart + '\uffff');
            return starting.size() == 1 ? Optional.of(starting.get(0)) : Optional.empty();
        });
    }

    /** The newest job of a source. */
    public Optional<Job> newestFrom(String source) {
        return store.read(handle -> list(handle, "source = ? order by number desc limit 1", source)).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<Job> newest(int limit) {
        return store.read(handle -> list(handle, "1 = 1 order by number desc limit ?", limit));
    }

    /**
     * The newest first, of those that came before a job.
     *
     * @param state only those in it
     * @param beforeId all where it is empty or there is no such job
     */
    public List<Job> newest(Optional<JobState> state, Optional<String> beforeId, int limit) {
        return store.read(handle -> list(
                handle,
                "state like ? and number < coalesce((select b.number from job b where b.id = ?), job.number + 1)"
                        + " order by number desc limit ?",
                state.map(JobState::word).orElse("%"),
                beforeId.orElse(""),
                limit));
    }

    /** In order of arrival. */
    public List<Job> in(JobState state) {
        return store.read(handle -> list(handle, "state = ? order by number", state.word()));
    }

    /** The one that arrived first. */
    public Optional<Job> oldest(JobState state) {
        return store.read(handle -> one(handle, "state = ? order by number limit 1", state.word()));
    }

    /** Only their ids, for it may be many. */
    public Set<String> idsIn(JobState state) {
        return store.read(handle -> handle.createQuery("select id from job where state = :state")
                .bind("state", state.word())
                .mapTo(String.class)
                .set());
    }

    /** The connections over which calls of a job are still to be sent or settled, by name. */
    public List<String> openConnections(String id) {
        return store.read(handle -> handle.createQuery("select name from connection where number in (select connection"
                        + " from call where job = (select number from job where id = :id)"
                        + " and state in ('blocked', 'ready', 'waiting', 'sending', 'following')) order by name")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    /** The latest job with this {@link Arrival#identity}. */
    public Optional<Job> withIdentity(String identity) {
        return store.read(handle -> one(handle, "identity = ? order by number desc limit 1", identity));
    }

    /**
     * The latest job with this content that came before the one excepted and is not ended, or of which some edit succeeded
     * or is unknown.
     */
    public Optional<Job> sameContent(String sha256, String exceptId) {
        return store.read(handle -> one(
                handle,
                "sha256 = ? and number < coalesce((select excepted.number from job excepted where excepted.id = ?),"
                        + " job.number + 1) and (state not in ('rejected', 'done', 'cancelled') or succeeded > 0"
                        + " or unknown > 0) order by number desc limit 1",
                sha256,
                exceptId));
    }

    /**
     * Starts writing the plan of a {@code received} job; what an earlier try left is forgotten.
     *
     * @throws IllegalStateException when the job is not {@code received}
     */
    public PlanWriter plan(String id) {
        return plan(id, change -> Optional.empty());
    }

    /**
     * As {@link #plan(String)}.
     *
     * @param first what is asked before a call with this change is sent; empty where nothing is
     */
    public PlanWriter plan(String id, Function<Change, Optional<Pursuit>> first) {
        return PlanWriter.start(store, clock, id, first);
    }

    /** {@code received → rejected}. */
    public boolean reject(String id, Code code, String message) {
        return store.write(handle ->
                new JobMoves(handle, clock).because(id, List.of(JobState.RECEIVED), JobState.REJECTED, code, message));
    }

    /** {@code planned → held}. */
    public boolean hold(String id, Code code, String message) {
        return store.write(handle ->
                new JobMoves(handle, clock).because(id, List.of(JobState.PLANNED), JobState.HELD, code, message));
    }

    /** {@code planned → running}, or {@code held → running} when somebody approves. @param who for the record */
    public boolean start(String id, String who) {
        return store.write(handle -> new JobMoves(handle, clock).start(id, who));
    }

    /** {@code running → paused}: no further call of it is sent; those the provider works on are followed. */
    public boolean pause(String id, String who) {
        return store.write(handle -> new JobMoves(handle, clock).pause(id, who));
    }

    /** {@code paused → running}. */
    public boolean resume(String id, String who) {
        return store.write(handle -> new JobMoves(handle, clock).resume(id, who));
    }

    /**
     * Cancels a job that is not ended: its calls that are neither in flight nor followed become {@code failed} with code
     * {@code cancelled}; it is {@code running} until the others are settled, and ends as {@code cancelled} when
     * {@link #finish} is called. A job that is not yet planned is cancelled as soon as it is.
     */
    public boolean cancel(String id, String who) {
        return store.write(handle -> {
            Cancelling cancelling = new Cancelling(handle, clock.millis());
            return cancelling.request(id, who) && new JobMoves(handle, clock).note(id, who, "cancelled");
        });
    }

    /** Jobs whose calls are all settled and whose results are not yet written, in order of arrival; the first hundred. */
    public List<Job> settled() {
        return store.read(handle -> list(handle, "state = 'running' and open_calls = 0 order by number limit 100"));
    }

    /**
     * The results are written: the job becomes {@code done}, or {@code cancelled} when it was cancelled.
     *
     * @throws IllegalStateException when the outcomes do not add up to the edits of the document
     */
    public boolean finish(String id) {
        return store.write(handle -> {
            Optional<Job> settled = one(handle, "id = ? and state = 'running' and open_calls = 0", id);
            settled.ifPresent(Jobs::requireSum);
            return settled.isPresent() && new JobMoves(handle, clock).finish(id);
        });
    }

    private static void requireSum(Job job) {
        Tally tally = job.tally();
        if (tally.settled() != tally.total()) {
            throw new IllegalStateException("job " + job.id() + " cannot end: it has " + tally.total()
                    + " edits, but " + tally.settled() + " outcomes (" + tally.succeeded() + " succeeded, "
                    + tally.failed() + " failed, " + tally.skipped() + " skipped, " + tally.unknown() + " unknown)");
        }
    }

    /** Jobs that ended before, in order of arrival. */
    public List<Job> endedBefore(Instant when, int limit) {
        return store.read(handle -> list(
                handle,
                "state in ('rejected', 'done', 'cancelled') and finished_at < ? order by number limit ?",
                when.toEpochMilli(),
                limit));
    }

    /** Forgets an ended job with all that is known of it. @return whether there was one */
    public boolean forget(String id) {
        return store.write(handle -> {
            String ended = "(select number from job where id = ? and state in ('rejected', 'done', 'cancelled'))";
            for (String table : List.of(
                    "exchange", "captured", "call_after", "cargo", "call", "unsent", "change", "part", "job_event")) {
                handle.execute("delete from " + table + " where job in " + ended, id);
            }
            return handle.execute("delete from job where number in " + ended, id) == 1;
        });
    }

    /** Counts everything. */
    public Census census() {
        return store.read(Census::in);
    }

    private static Optional<Job> one(Handle handle, String condition, Object... values) {
        return list(handle, condition, values).stream().findFirst();
    }

    private static List<Job> list(Handle handle, String condition, Object... values) {
        return handle.select("select * from job where " + condition, values)
                .map(ROW)
                .list();
    }
}
