package bactrian.ledger;

import java.util.Optional;

/** Which node works on which job, so that two never plan one or write its results. */
public final class JobTakings {
    private final Store store;
    private final Jobs jobs;
    private final Self self;

    JobTakings(Store store, Jobs jobs, Self self) {
        this.store = store;
        this.jobs = jobs;
        this.self = self;
    }

    /** Takes the job that arrived first of those in this state that no living node has taken. */
    public Optional<Job> takeOldest(JobState state) {
        if (jobs.oldest(state).isEmpty()) {
            return Optional.empty();
        }
        return store.write(handle -> handle.select(
                        "update job set node = ? where number = (select number from job where state = ? and "
                                + Self.FREE + " order by number limit 1) returning *",
                        self.number(),
                        state.word(),
                        self.number())
                .map(new JobRow())
                .findOne());
    }

    /**
     * Takes a job that is to be planned, or whose results are to be written, so that no other node does so meanwhile. A
     * node that has died has nothing taken any more.
     *
     * @return whether it is ours and still as it was
     */
    public boolean take(Job job) {
        return store.write(handle -> handle.execute(
                        "update job set node = ? where id = ? and state = ? and " + Self.FREE,
                        self.number(),
                        job.id(),
                        job.state().word(),
                        self.number())
                == 1);
    }

    /** Gives back what was taken. */
    public void giveBack(Job job) {
        store.write(handle ->
                handle.execute("update job set node = null where id = ? and node = ?", job.id(), self.number()));
    }
}
