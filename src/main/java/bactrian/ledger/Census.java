package bactrian.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the ledger holds, counted for those who watch over it.
 *
 * @param jobs how many are in each state; every state is there
 * @param edits of all jobs
 * @param calls of all jobs, sent at least once
 * @param retries their further attempts
 * @param backlogs one a connection to which something is still to be sent
 */
public record Census(Map<JobState, Long> jobs, Tally edits, long calls, long retries, List<Backlog> backlogs) {

    /**
     * What is still to be sent to a connection.
     *
     * @param openCalls calls that are not settled
     * @param oldest when the oldest job with such calls was received
     */
    public record Backlog(String connection, long openCalls, Instant oldest) {}

    private record Counted(Optional<JobState> state, long jobs, Tally edits, long calls, long retries) {}

    public Census {
        jobs = Map.copyOf(jobs);
        backlogs = List.copyOf(backlogs);
    }

    static Census in(Handle handle) {
        List<Counted> counted = handle.createQuery("select state, count(*) as jobs, sum(total) as total,"
                        + " sum(succeeded) as succeeded, sum(failed) as failed, sum(skipped) as skipped,"
                        + " sum(unknown) as unknown, sum(calls) as calls, sum(retries) as retries"
                        + " from job group by state")
                .map((row, context) -> new Counted(
                        Optional.of(JobState.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT))),
                        row.getLong("jobs"),
                        Columns.tally(row),
                        row.getLong("calls"),
                        row.getLong("retries")))
                .list();
        Map<JobState, Long> jobs = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            jobs.put(state, 0L);
        }
        counted.forEach(one -> one.state().ifPresent(state -> jobs.put(state, one.jobs())));
        Counted all = counted.stream().reduce(new Counted(Optional.empty(), 0, Tally.NONE, 0, 0), Census::plus);
        return new Census(jobs, all.edits(), all.calls(), all.retries(), backlogs(handle));
    }

    private static Counted plus(Counted one, Counted other) {
        Tally a = one.edits();
        Tally b = other.edits();
        return new Counted(
                Optional.empty(),
                one.jobs() + other.jobs(),
                new Tally(
                        a.total() + b.total(),
                        a.succeeded() + b.succeeded(),
                        a.failed() + b.failed(),
                        a.skipped() + b.skipped(),
                        a.unknown() + b.unknown()),
                one.calls() + other.calls(),
                one.retries() + other.retries());
    }

    private static List<Backlog> backlogs(Handle handle) {
        return handle.createQuery(
                        "select k.name, sum(p.open_calls) as open_calls, min(j.received_at) as oldest"
                                + " from job j join part p on p.job = j.number join connection k on k.number = p.connection"
                                + " where j.state in ('running', 'paused') and p.open_calls > 0 group by k.name order by k.name")
                .map((row, context) -> new Backlog(
                        row.getString("name"), row.getLong("open_calls"), Instant.ofEpochMilli(row.getLong("oldest"))))
                .list();
    }
}
