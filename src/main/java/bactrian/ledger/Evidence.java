package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is kept about the calls of jobs, for whoever wants to know how they went: their edits' outcomes, what went over the
 * wire for them, and the values of their targets before.
 */
public final class Evidence {
    private final Store store;

    Evidence(Store store) {
        this.store = store;
    }

    /**
     * Calls of a job, by number.
     *
     * @param from the first number wanted; the first of all is 1
     * @param limit how many at most
     */
    public List<CallRecord> calls(String job, int from, int limit) {
        return store.read(handle -> CallRecords.of(handle, job, from, limit));
    }

    /**
     * Gives every settled edit of a job with {@code from <= ordinal < to} to the sink, in no particular order. Holds one
     * call in memory at a time.
     */
    public void verdicts(String job, long from, long to, VerdictSink sink) {
        store.read(handle -> {
            new Verdicts(handle, job, from, to).into(sink);
            return true;
        });
    }

    /** Takes what became of edits. */
    @FunctionalInterface
    public interface VerdictSink {
        /** @param call the number of the call that carried the edit; 0 where none did */
        void take(long ordinal, Outcome outcome, int call);
    }

    /** Gives the calls of a job that were sent and have outcomes to the sink, later edits of a target first. */
    public void settledLatestFirst(String job, Consumer<SettledCall> sink) {
        store.read(handle -> {
            SettledCalls.latestFirst(handle, job, sink);
            return true;
        });
    }

    /** How the latest hundred calls of a job that are or were followed are or were asked about, this one excepted. */
    public List<Pursuit> pursued(Call except) {
        return store.read(handle -> handle.createQuery("select pursuit from call where job = (select number from job"
                        + " where id = :job) and number <> :number and pursuit is not null"
                        + " order by place desc, number desc limit 100")
                .bind("job", except.job())
                .bind("number", except.number())
                .map((row, context) -> ClaimRow.pursuit(row.getString(1)))
                .list());
    }

    /** What went over the wire for a call, oldest first: its attempts, and the latest question. */
    public List<Exchange> exchanges(String job, int call) {
        return store.read(handle -> Exchanges.of(handle, job, call));
    }

    /** Forgets requests and answers that are older. @return how many */
    public int forgetExchanges(Instant before) {
        // Looked for first, because who writes holds up all others.
        return store.read(handle -> OldExchanges.lastJobBefore(handle, before))
                .map(last -> store.write(handle -> OldExchanges.forget(handle, last, before)))
                .orElse(0);
    }

    /** Forgets the oldest requests and answers until no more bytes than these are kept. @return how many */
    public int boundExchanges(long bytes) {
        return store.read(handle -> OldExchanges.surplus(handle, bytes))
                .map(last -> store.write(handle -> OldExchanges.forget(handle, last)))
                .orElse(0);
    }

    /** Keeps values of targets as they were read before the call is sent. @param page from 0; written again, replaced */
    public void capture(Claim claim, int page, Map<String, ObjectNode> values) {
        byte[] content = Captures.pack(values);
        store.write(handle -> {
            Captures.write(handle, claim, Origin.READ, page, content);
            return true;
        });
    }

    /** Values before a call, by target; those of a selection in the order in which they were listed. */
    public Map<String, ObjectNode> captured(String job, int call, Origin origin) {
        return store.read(handle -> Captures.read(handle, job, call, origin));
    }

    /** {@link #captured}: as read right before the call, or else as its saved plan says. */
    public Map<String, ObjectNode> before(String job, int call) {
        Map<String, ObjectNode> read = captured(job, call, Origin.READ);
        return read.isEmpty() ? captured(job, call, Origin.PLAN) : read;
    }
}
