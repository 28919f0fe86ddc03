package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.LaneState;
import bactrian.ledger.LaneState.Trouble;
import bactrian.outcome.Code;
import bactrian.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a connection's provider is, as far as its answers tell. While it is not well, or may not be, nothing is sent but a
 * probe, a question that changes nothing; when it has not been well for too long, what is due is given up.
 */
final class Health {
    /** So many answers that say "away", one after the other, are not bad luck any more. */
    private static final int IN_A_ROW = 3;
    /** So many lost answers one after the other are worth a question before more is sent. */
    private static final int LOST_IN_A_ROW = 2;

    private static final String NOT_ACCEPTED = "The provider does not accept the credentials.";

    /** What a worker may do now. */
    enum Permission {
        GO,
        PROBE,
        REST,
        GIVE_UP
    }

    private final Duration giveUpAfter;
    private Optional<Trouble> trouble;
    private Optional<Instant> limitedSince;
    /** Nothing is sent and nothing given up before a probe has been answered. */
    private boolean doubtful;
    /** Nothing waits, so that the time after which is given up does not run. */
    private boolean idle;

    private boolean probing;
    /** Well by the word of a probe only: no call has got through since. */
    private boolean untried;
    /** How often a probe was answered and the next call was not. */
    private int relapses;

    private int awayInARow;
    private int lostInARow;

    /**
     * @param before how the lane was when its last process stopped
     * @param waiting whether something has been waiting for it since
     */
    Health(Duration giveUpAfter, LaneState before, boolean waiting) {
        this.giveUpAfter = giveUpAfter;
        this.trouble = before.trouble();
        this.limitedSince = before.limitedSince();
        this.doubtful = !before.isWell();
        this.idle = !waiting;
    }

    /** What may be done for something that is due. */
    synchronized Permission ask(Instant now) {
        if (idle) {
            idle = false;
            trouble = trouble.map(t -> new Trouble(t.code(), t.why(), now, now, 0));
            limitedSince = limitedSince.map(since -> now);
        }
        if (!doubtful && (tooLong(trouble.map(Trouble::since), now) || tooLong(limitedSince, now))) {
            return Permission.GIVE_UP;
        }
        if (trouble.isEmpty() && !doubtful) {
            return Permission.GO;
        }
        if (mustWait(now)) {
            return Permission.REST;
        }
        probing = true;
        return Permission.PROBE;
    }

    /** Whether {@link #ask} would say no. */
    synchronized boolean resting(Instant now) {
        return !idle && mustWait(now) && (doubtful || !tooLong(trouble.map(Trouble::since), now));
    }

    /** Whether {@link #ask} would say yes. */
    synchronized boolean isClear() {
        return trouble.isEmpty() && !doubtful;
    }

    /** The probe was not made. */
    synchronized void probeUnused() {
        probing = false;
    }

    /**
     * Takes note of an attempt at a call, or of a question about one.
     *
     * @return how the lane is after it
     */
    synchronized Weather note(Attempt attempt, Repeat repeat, Instant now) {
        if (attempt instanceof NeverSent neverSent) {
            down(Code.UNAVAILABLE, neverSent.why(), now);
        } else if (attempt instanceof Answered answered) {
            noteStatus(answered.reply().status(), repeat, now);
        } else {
            lostInARow++;
            doubtful |= repeat == Repeat.UNSAFE || lostInARow >= LOST_IN_A_ROW;
        }
        return trouble.isPresent() ? Weather.DOWN : Weather.WELL;
    }

    private void noteStatus(int status, Repeat repeat, Instant now) {
        lostInARow = 0;
        limitedSince =
                status == RetryRules.TOO_MANY_REQUESTS ? Optional.of(limitedSince.orElse(now)) : Optional.empty();
        if (status == RetryRules.UNAUTHORIZED) {
            down(Code.UNAUTHORIZED, NOT_ACCEPTED, now);
        } else if (RetryRules.saysAway(status)) {
            awayInARow++;
            // What is not safe to repeat pays for each such answer with an edit: look before the next one goes out.
            doubtful |= repeat == Repeat.UNSAFE;
            if (awayInARow >= IN_A_ROW) {
                down(Code.UNAVAILABLE, "The provider answers " + status + ".", now);
            }
        } else {
            awayInARow = 0;
            gotThrough(status);
        }
    }

    private void gotThrough(int status) {
        if (status != RetryRules.TOO_MANY_REQUESTS && status < 500) {
            untried = false;
            relapses = 0;
        }
    }

    /**
     * Since when nothing could be sent, where this answer to a probe ends an outage. One that the very first probe ended
     * was none: where it is always the same call that is refused, its patience goes on.
     */
    synchronized Optional<Instant> endedBy(Attempt attempt) {
        boolean there = attempt instanceof Answered answered
                && answered.reply().status() != RetryRules.UNAUTHORIZED
                && isThere(answered.reply());
        return trouble.filter(t -> there && t.probes() > 0).map(Trouble::since);
    }

    /** Since when nothing could be sent; empty while it can. */
    synchronized Optional<Instant> troubledSince() {
        return trouble.map(Trouble::since);
    }

    /**
     * Takes note of what came of a probe: only that can end a rest.
     *
     * @param notRenewed why the credentials it was made with were no newer ones
     */
    synchronized void probed(Attempt attempt, Optional<String> notRenewed, Instant now) {
        probing = false;
        if (attempt instanceof NeverSent neverSent) {
            stillDown(Code.UNAVAILABLE, neverSent.why(), now);
        } else if (attempt instanceof Attempt.Lost lost) {
            stillDown(Code.UNAVAILABLE, lost.why(), now);
        } else {
            Reply reply = ((Answered) attempt).reply();
            int status = reply.status();
            if (status == RetryRules.UNAUTHORIZED) {
                String why = notRenewed.map(file -> NOT_ACCEPTED + " " + file).orElse(NOT_ACCEPTED);
                stillDown(Code.UNAUTHORIZED, why, now);
            } else if (isThere(reply)) {
                trouble = Optional.empty();
                limitedSince = status == RetryRules.TOO_MANY_REQUESTS
                        ? Optional.of(limitedSince.orElse(now))
                        : Optional.empty();
                doubtful = false;
                untried = true;
                awayInARow = 0;
                lostInARow = 0;
            } else {
                stillDown(Code.UNAVAILABLE, "The provider answers " + status + " to a harmless question.", now);
            }
        }
    }

    /** Refusals are answers, too. A page where data belongs comes from something in between. */
    private static boolean isThere(Reply reply) {
        return reply.successful()
                ? reply.body().isBlank() || reply.json().isPresent()
                : reply.status() >= 400 && reply.status() < 500;
    }

    /** A probe cannot even be made. */
    synchronized void cannotProbe(Code code, String why, Instant now) {
        probing = false;
        stillDown(code, why, now);
    }

    /** Rests from now on; nothing changes where it does already. */
    synchronized void down(Code code, String why, Instant now) {
        if (trouble.isEmpty()) {
            relapses = untried ? relapses + 1 : relapses;
            untried = false;
            trouble = Optional.of(new Trouble(code, why, now, now.plus(ProbeInterval.after(relapses)), 0));
            doubtful = true;
        }
    }

    private void stillDown(Code code, String why, Instant now) {
        int probes = trouble.map(Trouble::probes).orElse(0) + 1;
        trouble = Optional.of(new Trouble(
                code, why, trouble.map(Trouble::since).orElse(now), now.plus(ProbeInterval.after(probes)), probes));
        doubtful = false;
    }

    /** Everything that was due has been given up: what comes now gets the whole time again. */
    synchronized void gaveUp() {
        idle = true;
        doubtful = true;
    }

    /** Nothing is due nor will be: what nobody waits for is not held against what comes next. */
    synchronized void nothingWaits() {
        if (trouble.isPresent()) {
            gaveUp();
        }
        idle |= limitedSince.isPresent();
    }

    /** Somebody says that it is well again: the next probe finds out, now, and the whole time begins again. */
    synchronized void resume(Instant now) {
        trouble = trouble.map(t -> new Trouble(t.code(), t.why(), now, now, 0));
        limitedSince = limitedSince.map(since -> now);
        doubtful |= trouble.isPresent();
    }

    synchronized LaneState state(String connection) {
        return new LaneState(connection, trouble, limitedSince);
    }

    private boolean mustWait(Instant now) {
        return probing
                || trouble.map(Trouble::nextProbe)
                        .filter(next -> ProbeInterval.isAhead(next, now))
                        .isPresent();
    }

    private boolean tooLong(Optional<Instant> since, Instant now) {
        return since.isPresent() && !now.isBefore(since.get().plus(giveUpAfter));
    }
}
