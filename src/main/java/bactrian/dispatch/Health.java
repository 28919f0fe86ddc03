package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.LaneState.Trouble;
import bactrian.dispatch.Standing.Weather;
import bactrian.outcome.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a connection's provider is, as far as its answers tell. While it is down one call at a time may probe; when it has
 * been down for too long, what is due is given up.
 */
final class Health {
    /** So many answers that say "away", one after the other, are not bad luck any more. */
    private static final int IN_A_ROW = 3;

    private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
    private static final Duration SLOWEST_PROBE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** What a worker may do now. */
    enum Permission {
        GO,
        PROBE,
        REST,
        GIVE_UP
    }

    private final Duration giveUpAfter;
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<Instant> limitedSince = Optional.empty();
    private boolean probing;
    private int awayInARow;

    Health(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    synchronized Permission ask(Instant now) {
        if (tooLong(trouble.map(Trouble::since), now) || tooLong(limitedSince, now)) {
            return Permission.GIVE_UP;
        }
        if (trouble.isEmpty()) {
            return Permission.GO;
        }
        if (probing || now.isBefore(trouble.get().nextProbe())) {
            return Permission.REST;
        }
        probing = true;
        return Permission.PROBE;
    }

    /** Whether {@link #ask} would say no. */
    synchronized boolean resting(Instant now) {
        return trouble.isPresent()
                && !tooLong(trouble.map(Trouble::since), now)
                && (probing || now.isBefore(trouble.get().nextProbe()));
    }

    /** The probe was not made: there was nothing to send. */
    synchronized void probeUnused() {
        probing = false;
    }

    /** Takes note of an attempt. @return how the lane is after it */
    synchronized Weather note(Attempt attempt, Health.Permission sentAs, Instant now) {
        if (attempt instanceof NeverSent neverSent) {
            down(Code.UNAVAILABLE, neverSent.why(), sentAs, now);
        } else if (attempt instanceof Answered answered) {
            noteStatus(answered.reply().status(), sentAs, now);
        } else if (sentAs == Permission.PROBE) {
            trouble.ifPresent(t -> down(t.code(), t.why(), sentAs, now));
        }
        return trouble.isPresent() ? Weather.DOWN : Weather.WELL;
    }

    /** Rests until somebody resumes, or until it is given up. */
    synchronized void down(Code code, String why, Permission sentAs, Instant now) {
        if (trouble.isPresent() && sentAs != Permission.PROBE) {
            return;
        }
        int probes = trouble.map(t -> t.probes() + 1).orElse(0);
        Duration wait = FIRST_PROBE.multipliedBy(1L << Math.min(probes, DOUBLINGS));
        Instant next = now.plus(wait.compareTo(SLOWEST_PROBE) < 0 ? wait : SLOWEST_PROBE);
        Instant since = trouble.map(Trouble::since).orElse(now);
        trouble = Optional.of(new Trouble(code, why, since, next, probes));
        probing = false;
    }

    /** Everything that was due has been given up: what comes now gets the whole time again. */
    synchronized void gaveUp(Instant now) {
        trouble = trouble.map(t -> new Trouble(t.code(), t.why(), now, t.nextProbe(), t.probes()));
        limitedSince = Optional.empty();
    }

    /** Somebody says that it is well again: the next call finds out. */
    synchronized void resume(Instant now) {
        trouble = trouble.map(t -> new Trouble(t.code(), t.why(), now, now, 0));
    }

    synchronized LaneState state(String connection) {
        return new LaneState(connection, trouble, limitedSince);
    }

    private void noteStatus(int status, Permission sentAs, Instant now) {
        if (status == RetryRules.UNAUTHORIZED) {
            down(Code.UNAUTHORIZED, "The provider does not accept the credentials.", sentAs, now);
        } else if (RetryRules.saysAway(status)) {
            awayInARow++;
            if (awayInARow >= IN_A_ROW || trouble.isPresent()) {
                down(Code.UNAVAILABLE, "The provider answers " + status + ".", sentAs, now);
            }
            return;
        } else {
            trouble = Optional.empty();
            probing = false;
        }
        limitedSince =
                status == RetryRules.TOO_MANY_REQUESTS ? Optional.of(limitedSince.orElse(now)) : Optional.empty();
        awayInARow = 0;
    }

    private boolean tooLong(Optional<Instant> since, Instant now) {
        return since.isPresent() && !now.isBefore(since.get().plus(giveUpAfter));
    }
}
