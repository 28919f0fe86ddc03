package bactrian.ledger;

import bactrian.operation.Pursuit;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Puts claimed calls off. A call of a cancelled job that would go out again is cancelled instead. */
final class Waiting {
    private final Handle handle;
    private final long now;

    Waiting(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    void repeat(Claim claim, Instant due, Trace trace, String why) {
        Taken taken = Taken.change(
                Taken.set(
                                handle,
                                "state = 'waiting', due = :due, note = :why, refused_since = null, pursuit = null,"
                                        + " followed_since = null, may_be_applied = case when :applied = 1 then 1 else may_be_applied end")
                        .bind("due", due.toEpochMilli())
                        .bind("why", why)
                        .bind("applied", applied(trace)),
                claim);
        taken.countAttempt(handle, claim);
        cancelIfAsked(taken);
    }

    /** The provider refused it for now, or is away; the request was made. */
    void refused(Claim claim, Instant due, Trace trace, String why) {
        Taken taken = Taken.change(deferred(claim, 0, due, why).bind("applied", applied(trace)), claim);
        taken.countAttempt(handle, claim);
        cancelIfAsked(taken);
    }

    /** Nothing of it left this machine. */
    void neverSent(Claim claim, Instant due, String why) {
        cancelIfAsked(Taken.change(deferred(claim, 1, due, why).bind("applied", 0), claim));
    }

    private Query deferred(Claim claim, int takenBack, Instant due, String why) {
        boolean asked = claim.pursuit().isPresent();
        return Taken.set(
                        handle,
                        "state = :state, due = :due, note = :why,"
                                + " refused_since = coalesce(refused_since, :now),"
                                + " may_be_applied = case when :applied = 1 then 1 else may_be_applied end, attempts = attempts - :attempts,"
                                + " requests = requests - :requests,"
                                + " sent_at = case when requests = :requests and pursuit is null then null else sent_at end")
                .bind("state", asked ? "following" : "waiting")
                .bind("due", due.toEpochMilli())
                .bind("why", why)
                .bind("now", now)
                .bind("attempts", asked ? 0 : 1)
                .bind("requests", asked ? 0 : takenBack);
    }

    void follow(Claim claim, Pursuit pursuit, Instant due, String progress) {
        Taken taken = Taken.change(
                Taken.set(
                                handle,
                                "state = 'following', pursuit = :pursuit, due = :due, note = :progress,"
                                        + " followed_since = coalesce(followed_since, :now), refused_since = null")
                        .bind("pursuit", ClaimRow.pack(pursuit))
                        .bind("due", due.toEpochMilli())
                        .bind("progress", progress)
                        .bind("now", now),
                claim);
        taken.countAttempt(handle, claim);
        handle.execute("update job set progress = ? where number = ?", progress, taken.job());
    }

    void unfollow(Claim claim) {
        Taken taken = Taken.change(
                Taken.set(handle, "state = 'ready', pursuit = null, followed_since = null, due = null"), claim);
        ready(taken);
        handle.execute("update job set progress = '' where number = ?", taken.job());
        cancelIfAsked(taken);
    }

    void release(Claim claim) {
        if (claim.pursuit().isPresent()) {
            Taken.change(
                    Taken.set(handle, "state = 'following', due = coalesce(due, :now)")
                            .bind("now", now),
                    claim);
            return;
        }
        Taken taken = Taken.change(
                Taken.set(
                        handle,
                        "state = case when due is null then 'ready' else 'waiting' end,"
                                + " attempts = attempts - 1, requests = requests - 1,"
                                + " sent_at = case when requests = 1 then null else sent_at end"),
                claim);
        if (handle.createQuery("select state from call where job = :job and number = :number")
                .bind("job", taken.job())
                .bind("number", taken.number())
                .mapTo(String.class)
                .one()
                .equals("ready")) {
            ready(taken);
        }
        cancelIfAsked(taken);
    }

    private static int applied(Trace trace) {
        return trace == Trace.MAY_BE_APPLIED ? 1 : 0;
    }

    private void ready(Taken taken) {
        handle.execute("update part set ready = ready + 1 where job = ? and number = ?", taken.job(), taken.part());
    }

    private void cancelIfAsked(Taken taken) {
        if (JobFlags.cancelled(handle, taken.job())) {
            new Cancelling(handle, now).openCalls(taken.job());
        }
    }
}
