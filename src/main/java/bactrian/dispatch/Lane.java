package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Health.Permission;
import bactrian.dispatch.LaneState.Trouble;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Calls;
import bactrian.ledger.Claim;
import bactrian.ledger.LedgerUnavailable;
import bactrian.operation.Connection;
import bactrian.outcome.Code;
import bactrian.provider.Dialect;
import bactrian.provider.RateLimits;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only road to one connection's provider. Its workers share a rate, a hold and a rest. */
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LEDGER_RETRY = Duration.ofSeconds(1);

    private final Connection connection;
    private final Optional<String> missingCredentials;
    private final Dialect dialect;
    private final Calls calls;
    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Slots slots;
    private final Health health;
    private final Settling settling;
    private volatile Instant lookAgain = Instant.MIN;
    private volatile boolean likelyDue;

    Lane(
            Connection connection,
            Optional<String> missingCredentials,
            Dialect dialect,
            Calls calls,
            Timekeeper time,
            CountDownLatch closing,
            Slots slots,
            Settling settling) {
        this.connection = connection;
        this.missingCredentials = missingCredentials;
        this.dialect = dialect;
        this.calls = calls;
        this.time = time;
        this.closing = closing;
        this.slots = slots;
        this.settling = settling;
        this.health = new Health(connection.limits().giveUpAfter());
        missingCredentials.ifPresent(
                what -> health.down(Code.MISSING_CREDENTIALS, what, Permission.GO, time.instant()));
    }

    public Connection connection() {
        return connection;
    }

    public LaneState state() {
        return health.state(connection.name());
    }

    /** Headers for every request of this lane; put on last and never shown. */
    public Map<String, String> authorization() {
        return dialect.authorization();
    }

    /** Somebody says that the provider is back, or has renewed the credentials. */
    public void resume() {
        health.resume(time.instant());
        wake();
    }

    /** There may be something new to send. */
    public void wake() {
        lookAgain = Instant.MIN;
    }

    /** Whether workers should get up. Asked often; looks into the ledger at most once a second while nothing is due. */
    public boolean due() {
        Instant now = time.instant();
        if (closed() || now.isBefore(lookAgain) || health.resting(now)) {
            return false;
        }
        if (calls.hasDue(connection.name())) {
            return true;
        }
        Instant latest = now.plus(LOOK_AGAIN);
        lookAgain = calls.nextDue(connection.name())
                .filter(due -> due.isBefore(latest))
                .orElse(latest);
        return false;
    }

    /**
     * Waits for permission to send, then takes the next call that is due. It is recorded as being sent before this
     * returns, and is to be sent at once.
     *
     * @return empty when nothing is due, or the lane rests or closes
     */
    public Optional<Errand> next() throws InterruptedException {
        while (!closed() && (likelyDue || calls.hasDue(connection.name()))) {
            Permission permission = health.ask(time.instant());
            if (permission == Permission.GIVE_UP) {
                giveUpOne();
            } else if (permission == Permission.REST || missingCredentials.isPresent()) {
                return Optional.empty();
            } else {
                return take(permission);
            }
        }
        return Optional.empty();
    }

    private Optional<Errand> take(Permission permission) throws InterruptedException {
        Optional<Claim> claim = Optional.empty();
        try {
            boolean still = slots.take() && (permission == Permission.PROBE || !health.resting(time.instant()));
            claim = still ? calls.claim(connection.name()) : Optional.empty();
            likelyDue = claim.isPresent();
        } finally {
            if (claim.isEmpty() && permission == Permission.PROBE) {
                health.probeUnused();
            }
        }
        return claim.map(taken -> new Errand(this, taken, permission, time.nanos()));
    }

    private void giveUpOne() {
        Optional<Claim> claim = calls.claim(connection.name());
        LaneState state = state();
        claim.ifPresentOrElse(
                taken -> settling.giveUp(
                        taken,
                        state.trouble().map(Trouble::code).orElse(Code.RATE_LIMITED),
                        state.trouble().map(Trouble::why).orElse("The provider kept asking to wait (429).")),
                () -> health.gaveUp(time.instant()));
        likelyDue = claim.isPresent();
    }

    Request write(Claim claim) {
        return claim.pursuit()
                .map(pursuit -> dialect.ask(claim.call(), pursuit))
                .orElseGet(() -> dialect.write(claim.call()));
    }

    void settle(Errand errand, Attempt attempt) throws InterruptedException {
        LaneState before = state();
        Weather weather = health.note(attempt, errand.sentAs(), time.instant());
        Duration asked = attempt instanceof Answered answered ? heed(errand, answered.reply()) : Duration.ZERO;
        tell(before, state());
        record(() -> settling.settle(errand.claim(), attempt, weather, asked));
    }

    void fault(Errand errand, Errand.Fault when, Exception defect) throws InterruptedException {
        LOG.error("A defect of Bactrian hit {}", errand, defect);
        String why = "Bactrian has a defect: " + defect;
        if (when == Errand.Fault.AFTER_SENDING) {
            settle(errand, new Lost(Loss.BROKEN, why));
        } else {
            record(() -> settling.giveUp(errand.claim(), Code.INTERNAL, why));
        }
    }

    /** Takes care of a call that a process was sending when it died. */
    void interrupted(Claim claim) {
        settling.interrupted(claim);
    }

    /** An answer in hand is not dropped because the ledger cannot be written for a while. */
    private void record(Runnable entry) throws InterruptedException {
        while (true) {
            try {
                entry.run();
                return;
            } catch (LedgerUnavailable away) {
                if (time.await(closing, LEDGER_RETRY)) {
                    throw away;
                }
                LOG.error("An answer from {} cannot be recorded yet: {}", connection.name(), away.getMessage());
            }
        }
    }

    private Duration heed(Errand errand, Reply reply) {
        Optional<Duration> asked = RateLimits.wait(reply, time.instant());
        if (reply.status() != RetryRules.TOO_MANY_REQUESTS) {
            slots.accepted();
            asked.map(this::bounded).ifPresent(slots::hold);
            return asked.map(this::bounded).orElse(Duration.ZERO);
        }
        return slots.refused(
                errand.sentAt(), asked.or(() -> dialect.retryAfter(reply)).map(this::bounded));
    }

    private Duration bounded(Duration wait) {
        Duration longest = connection.limits().giveUpAfter();
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private void tell(LaneState before, LaneState after) {
        if (before.trouble().isEmpty() && after.trouble().isPresent()) {
            LOG.warn(
                    "Connection {} rests: {}",
                    connection.name(),
                    after.trouble().get().why());
        } else if (before.trouble().isPresent() && after.trouble().isEmpty()) {
            LOG.info("Connection {} is well again", connection.name());
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }
}
