package bactrian.dispatch;

import bactrian.ledger.Trace;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Reply;

/** What follows from an attempt at a call. */
sealed interface Next {

    /** The provider's dialect says what the answer means. */
    record Read(Reply reply) implements Next {}

    /** Refused for the rate: sent again after a wait, which costs no attempt. */
    record Wait() implements Next {}

    /**
     * The provider is not there for anybody: the lane rests, the call is put off and has lost no attempt.
     *
     * @param code what its edits become when the lane does not recover in time
     */
    record Rest(Code code, Trace trace, String why) implements Next {}

    /** Sent again after a back-off. */
    record Repeat(Trace trace, String why) implements Next {}

    /** Not sent again; the provider is asked what became of it. */
    record Recover(String why) implements Next {}

    /** Every edit of the call gets this outcome. */
    record Settle(Outcome outcome, Trace trace) implements Next {}
}
