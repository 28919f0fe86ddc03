package bactrian.dispatch;

import bactrian.dispatch.Standing.Recovery;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Claim;
import bactrian.ledger.Trace;
import bactrian.operation.Call;
import bactrian.operation.Catalogue;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;

/** Tells how calls stand: what a repeat would do, what they may have left behind, and so what becomes of their edits. */
final class Standings {
    private final Catalogue catalogue;
    private final Asking asking;
    private final int maxAttempts;

    Standings(Catalogue catalogue, Asking asking, int maxAttempts) {
        this.catalogue = catalogue;
        this.asking = asking;
        this.maxAttempts = maxAttempts;
    }

    /** @param lane how the lane is after the latest attempt */
    Standing of(Claim claim, Weather lane) {
        Call call = claim.call();
        // A question can always be asked again.
        boolean safe = Asking.beforehand(claim) || repeat(call) == Repeat.SAFE;
        return new Standing(
                safe ? Repeat.SAFE : Repeat.UNSAFE,
                safe || !asking.canRecover(call) ? Recovery.IMPOSSIBLE : Recovery.POSSIBLE,
                lane,
                claim.attempt(),
                maxAttempts);
    }

    /** What sending what this claim sends once more would do. Asking a question twice does no harm. */
    Repeat repeat(Claim claim) {
        return claim.pursuit().isPresent() ? Repeat.SAFE : repeat(claim.call());
    }

    private Repeat repeat(Call call) {
        return catalogue.of(call.change()).repeatIsSafe(call.change()) ? Repeat.SAFE : Repeat.UNSAFE;
    }

    /** What earlier attempts at the call have left behind. */
    static Trace trace(Claim claim) {
        boolean taken = claim.pursuit().isPresent() && !Asking.beforehand(claim);
        return claim.mayBeApplied() || taken ? Trace.MAY_BE_APPLIED : Trace.NOT_SENT;
    }

    /** What edits become whose call gets no further attempt and no answer. */
    Outcome unanswered(Claim claim, Code code, String why) {
        if (trace(claim) == Trace.NOT_SENT) {
            return Outcome.failed(code, why);
        }
        return of(claim, Weather.WELL).repeat() == Repeat.SAFE
                ? Outcome.failed(code, why + RetryRules.REPEAT_IS_SAFE)
                : Outcome.unknown(why + RetryRules.MAY_BE_APPLIED);
    }
}
