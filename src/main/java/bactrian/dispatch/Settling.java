package bactrian.dispatch;

import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.Durable;
import bactrian.ledger.Trace;
import bactrian.operation.Call;
import bactrian.operation.Catalogue;
import bactrian.operation.Limits;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Dialect;
import bactrian.provider.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;

/** Writes into the ledger what an attempt at a call comes to. What settles it is begun, and need not be durable yet. */
final class Settling {
    private final Calls calls;
    private final Catalogue catalogue;
    private final Dialect dialect;
    private final Asking asking;
    private final Standings standings;
    private final Limits limits;
    private final Following following;
    private final Backoff backoff;
    private final InstantSource clock;

    Settling(Upstream upstream, Node node, Catalogue catalogue) {
        this.calls = node.ledger().calls();
        this.catalogue = catalogue;
        this.dialect = upstream.dialect();
        this.limits = upstream.connection().limits();
        this.asking = new Asking(node.ledger().evidence(), dialect, limits.maxAttempts());
        this.standings = new Standings(catalogue, asking, limits.maxAttempts());
        this.backoff = node.backoff();
        this.clock = node.time();
        this.following = new Following(calls, limits, clock);
    }

    /**
     * @param weather how the lane is after this attempt
     * @param asked how long the provider asks to wait; nothing where it does not
     */
    Durable settle(Claim claim, Attempt attempt, Weather weather, Duration asked) {
        if (claim.pursuit().isPresent()) {
            return settleQuestion(claim, attempt, asked);
        }
        Standing standing = standings.of(claim, weather);
        return follow(claim, standing, RetryRules.after(standing, attempt), asked);
    }

    /** The lane has been down, or refused for the rate, for too long; this claim was not sent. */
    Durable giveUp(Claim claim, Code code, String why) {
        return calls.startSettlingUnsent(
                claim,
                Collections.nCopies(claim.call().size(), standings.unanswered(claim, code, why)),
                othersNotBefore(Standings.trace(claim)));
    }

    /** The process that sent it died before it could record an answer. */
    void interrupted(Claim claim) {
        String why = "Bactrian was stopped while the call was being sent.";
        Standing standing = standings.of(claim, Weather.WELL);
        if (standing.repeat() == Repeat.SAFE) {
            calls.repeat(claim, clock.instant(), Trace.MAY_BE_APPLIED, why);
        } else {
            follow(claim, standing, RetryRules.after(standing, new Lost(Loss.BROKEN, why)), Duration.ZERO)
                    .await();
        }
    }

    private Durable settleQuestion(Claim claim, Attempt attempt, Duration asked) {
        Next next = RetryRules.after(standings.of(claim, Weather.WELL), attempt);
        if (next instanceof Next.Read read) {
            Reading reading = asking.read(claim, following.age(claim), read.reply());
            return apply(claim, ofRepeat(claim, reading));
        }
        if (Asking.beforehand(claim) && (next instanceof Next.Repeat || next instanceof Next.Settle)) {
            return apply(claim, asking.unanswered(claim, "It got no answer."));
        }
        if (following.tooLong(claim)) {
            return settleAll(claim, overdue(claim), Trace.MAY_BE_APPLIED);
        }
        following.askAgain(claim, max(asked, limits.pollInterval()), "A question got no answer that can be used.");
        return Durable.DONE;
    }

    private Reading ofRepeat(Claim claim, Reading reading) {
        return claim.mayBeApplied() ? dialect.afterLostAnswer(claim.call(), reading) : reading;
    }

    private Durable follow(Claim claim, Standing standing, Next next, Duration asked) {
        Instant now = clock.instant();
        if (next instanceof Next.Settle settle) {
            return settleAll(claim, settle.outcome(), settle.trace());
        }
        if (next instanceof Next.Read read) {
            Reading reading = dialect.read(claim.call(), read.reply());
            return apply(claim, ofRepeat(claim, reading));
        }
        if (next instanceof Next.Wait) {
            return putOff(claim, now.plus(asked), Trace.REFUSED, Code.RATE_LIMITED, "The provider asks to wait (429).");
        }
        if (next instanceof Next.Rest rest) {
            return putOff(claim, now, rest.trace(), rest.code(), rest.why());
        }
        if (next instanceof Next.Repeat repeat) {
            Duration wait = max(asked, backoff.after(standing.attempt()));
            calls.repeat(claim, now.plus(wait), repeat.trace(), repeat.why());
        } else if (next instanceof Next.Recover recover) {
            calls.follow(claim, asking.recovery(claim.call()), now, recover.why());
        }
        return Durable.DONE;
    }

    private Durable putOff(Claim claim, Instant due, Trace trace, Code code, String why) {
        Instant patience = claim.refusedSince().orElse(clock.instant()).plus(limits.giveUpAfter());
        if (!clock.instant().isBefore(patience)) {
            return settleAll(claim, standings.unanswered(claim, code, why), Standings.trace(claim));
        }
        calls.defer(claim, due, trace, why);
        return Durable.DONE;
    }

    private Durable apply(Claim claim, Reading reading) {
        if (reading instanceof Reading.Settled settled) {
            return settle(claim, settled);
        }
        if (reading instanceof Reading.Following && following.tooLong(claim)) {
            return settleAll(claim, overdue(claim), Trace.MAY_BE_APPLIED);
        }
        if (reading instanceof Reading.Refused refused) {
            return divide(claim, refused);
        }
        if (reading instanceof Reading.Following more) {
            following.follow(claim, more);
        } else if (reading instanceof Reading.Partly partly) {
            Division division = Division.of(partly);
            calls.divide(claim, division.settled(), division.parts(), true);
        } else if (reading instanceof Reading.Narrowed narrowed) {
            Division division = Division.ofRest(narrowed.outcomes());
            calls.divide(claim, division.settled(), division.parts(), false);
        } else if (reading instanceof Reading.NeverTaken) {
            calls.unfollow(claim);
        } else if (claim.pursuit().isPresent()) {
            following.askAgain(claim, limits.pollInterval(), "The answer to a question could not be used.");
        } else {
            return again(claim, reading);
        }
        return Durable.DONE;
    }

    private Durable again(Claim claim, Reading reading) {
        Standing standing = standings.of(claim, Weather.WELL);
        Next next = reading instanceof Reading.Again again
                ? RetryRules.afterConflict(standing, again.why())
                : RetryRules.after(standing, new Lost(Loss.BROKEN, ((Reading.Unreadable) reading).why()));
        return follow(claim, standing, next, Duration.ZERO);
    }

    Asking asking() {
        return asking;
    }

    Standings standings() {
        return standings;
    }

    private Durable settle(Claim claim, Reading.Settled settled) {
        if (settled.outcomes().size() != claim.call().size()) {
            return settleAll(
                    claim,
                    Outcome.unknown(
                            "The answer was read as " + settled.outcomes().size() + " outcomes for "
                                    + claim.call().size() + " edits. This is a defect of Bactrian."),
                    Trace.MAY_BE_APPLIED);
        }
        Optional<Reading.Following> more = asking.verification(claim, settled.outcomes());
        if (more.isPresent()) {
            following.follow(claim, more.get());
            return Durable.DONE;
        }
        return calls.startSettling(claim, settled.outcomes(), Optional.empty());
    }

    private Durable divide(Claim claim, Reading.Refused refused) {
        Call call = claim.call();
        // The meaning of some calls depends on their company: taking it apart would be another edit.
        boolean composed = catalogue.of(call.change()).composed(call.change().values());
        Optional<Division> parts = composed
                ? Optional.empty()
                : Division.of(refused, call.size(), limits.maxSplitCalls() - calls.divisions(claim));
        if (parts.isEmpty()) {
            return settleAll(claim, refused.outcome(), Trace.REFUSED);
        }
        calls.divide(claim, parts.get().settled(), parts.get().parts(), false);
        return Durable.DONE;
    }

    private Durable settleAll(Claim claim, Outcome outcome, Trace trace) {
        return calls.startSettling(claim, Collections.nCopies(claim.call().size(), outcome), othersNotBefore(trace));
    }

    /** What may still be applied late gets time to, before later edits of its targets go out. */
    private Optional<Instant> othersNotBefore(Trace trace) {
        return Optional.of(clock.instant().plus(limits.settleDelay())).filter(later -> trace == Trace.MAY_BE_APPLIED);
    }

    private Outcome overdue(Claim claim) {
        return standings.unanswered(
                claim, Code.TIMEOUT, "The provider did not say within " + limits.pollDeadline() + ".");
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
