package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.Standing.Recovery;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Trace;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;

/** What follows an attempt. No clock, no I/O: one table tests all of it. */
final class RetryRules {
    static final int UNAUTHORIZED = 401;
    static final int TOO_MANY_REQUESTS = 429;
    /** Added wherever it is not known what became of an edit. */
    static final String MAY_BE_APPLIED = " It may have been applied.";

    /** Added wherever an edit fails that may have been applied and can be repeated without harm. */
    static final String REPEAT_IS_SAFE = " It may have been applied; a repeat is safe.";

    private RetryRules() {}

    static Next after(Standing standing, Attempt attempt) {
        if (attempt instanceof NeverSent neverSent) {
            return new Next.Rest(Code.UNAVAILABLE, Trace.NOT_SENT, neverSent.why());
        }
        if (attempt instanceof Lost lost) {
            return afterDoubt(standing, lost.loss() == Loss.TIMEOUT ? Code.TIMEOUT : Code.UNAVAILABLE, lost.why());
        }
        var reply = ((Answered) attempt).reply();
        if (reply.status() == TOO_MANY_REQUESTS) {
            return new Next.Wait();
        }
        if (reply.status() == UNAUTHORIZED) {
            return new Next.Rest(Code.UNAUTHORIZED, Trace.REFUSED, "The provider does not accept the credentials.");
        }
        if (reply.status() >= 500) {
            return afterDoubt(standing, Code.UNAVAILABLE, "The provider answered " + reply.status() + ".");
        }
        return new Next.Read(reply);
    }

    /** Answers that say the provider as a whole is not there, not that this call is wrong. */
    static boolean saysAway(int status) {
        return status >= 502 && status <= 504;
    }

    /** After an attempt that did nothing, on the provider's own word, and should be made again. */
    static Next afterConflict(Standing standing, String why) {
        return standing.attempt() < standing.maxAttempts()
                ? new Next.Repeat(Trace.REFUSED, why)
                : new Next.Settle(Outcome.failed(Code.UNAVAILABLE, why), Trace.REFUSED);
    }

    private static Next afterDoubt(Standing standing, Code code, String why) {
        if (standing.repeat() == Repeat.UNSAFE) {
            return standing.recovery() == Recovery.POSSIBLE
                    ? new Next.Recover(why)
                    : new Next.Settle(Outcome.unknown(why + MAY_BE_APPLIED), Trace.MAY_BE_APPLIED);
        }
        if (standing.lane() == Weather.DOWN) {
            return new Next.Rest(code, Trace.MAY_BE_APPLIED, why);
        }
        return standing.attempt() < standing.maxAttempts()
                ? new Next.Repeat(Trace.MAY_BE_APPLIED, why)
                : new Next.Settle(Outcome.failed(code, why + REPEAT_IS_SAFE), Trace.MAY_BE_APPLIED);
    }
}
