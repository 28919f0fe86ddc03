package bactrian.ledger;

import bactrian.outcome.Code;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of a ledger. A verb that does not fit the job's state changes nothing and returns {@code false}: somebody
 * else was quicker.
 */
public final class Jobs {

    Jobs() {}

    /** Records a document that is safely archived, as {@code received}. @param id unused so far */
    public Job receive(String id, Arrival arrival) {
        throw new UnsupportedOperationException();
    }

    /** The job with this id, or the only one whose id starts so. */
    public Optional<Job> find(String idOrStart) {
        throw new UnsupportedOperationException();
    }

    /** The newest first. */
    public List<Job> newest(int limit) {
        throw new UnsupportedOperationException();
    }

    /** In order of arrival. */
    public List<Job> in(JobState state) {
        throw new UnsupportedOperationException();
    }

    /** The latest job with this {@link Arrival#identity}. */
    public Optional<Job> withIdentity(String identity) {
        throw new UnsupportedOperationException();
    }

    /** The latest other job with this content that is not ended, or of which some edit succeeded or is unknown. */
    public Optional<Job> sameContent(String sha256, String exceptId) {
        throw new UnsupportedOperationException();
    }

    /** Starts writing the plan of a {@code received} job; what an earlier try left is forgotten. */
    public PlanWriter plan(String id) {
        throw new UnsupportedOperationException();
    }

    /** {@code received → rejected}. */
    public boolean reject(String id, Code code, String message) {
        throw new UnsupportedOperationException();
    }

    /** {@code planned → held}. */
    public boolean hold(String id, Code code, String message) {
        throw new UnsupportedOperationException();
    }

    /** {@code planned → running}, or {@code held → running} when somebody approves. @param who for the record */
    public boolean start(String id, String who) {
        throw new UnsupportedOperationException();
    }

    /** {@code running → paused}: no further call of it is claimed. */
    public boolean pause(String id, String who) {
        throw new UnsupportedOperationException();
    }

    /** {@code paused → running}. */
    public boolean resume(String id, String who) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cancels a job that is not ended: its calls that are neither in flight nor followed become {@code failed} with code
     * {@code cancelled}; it ends as {@code cancelled} when the others are settled and {@link #finish} is called.
     */
    public boolean cancel(String id, String who) {
        throw new UnsupportedOperationException();
    }

    /** Jobs whose calls are all settled and whose results are not yet written, in order of arrival. */
    public List<Job> settled() {
        throw new UnsupportedOperationException();
    }

    /** The results are written: the job becomes {@code done}, or {@code cancelled} when it was cancelled. */
    public boolean finish(String id) {
        throw new UnsupportedOperationException();
    }

    /** What was done to the job by whom, oldest first, for people. */
    public List<String> history(String id) {
        throw new UnsupportedOperationException();
    }
}
