package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.operation.Connection;
import bactrian.provider.Dialect;
import bactrian.provider.Provider;
import bactrian.provider.RateLimits;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * Asks one connection's provider questions outside any call, within the connection's rate: a refusal for the rate waits,
 * anything that says nothing is asked again. Safe for many threads.
 */
public final class Inquiry {
    private final Upstream upstream;
    private final Connection connection;
    private final Slots slots;
    private final Timekeeper time;
    private final CountDownLatch closing;
    private final Backoff backoff;
    private final Wire wire;
    private final Echo echo;

    Inquiry(Upstream upstream, Slots slots, Timekeeper time, CountDownLatch closing, Backoff backoff, Wire wire) {
        this.upstream = upstream;
        this.connection = upstream.connection();
        this.slots = slots;
        this.time = time;
        this.closing = closing;
        this.backoff = backoff;
        this.wire = wire;
        this.echo = new Echo(upstream);
    }

    /** With a rate of its own, for a process that runs no lanes. */
    public static Inquiry alone(
            Connection connection, Provider provider, Timekeeper time, RandomGenerator random, Wire wire) {
        CountDownLatch never = new CountDownLatch(1);
        Backoff backoff = new Backoff(random);
        Slots slots = new Slots(new OwnPace(connection.limits().requestsPerSecond(), time), time, never, backoff);
        return new Inquiry(Upstream.of(connection, provider), slots, time, never, backoff, wire);
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return upstream.dialect();
    }

    /**
     * The answer to a question, whatever it says.
     *
     * @throws Unanswered when none came that says anything
     */
    public Reply ask(Request request) throws Unanswered, InterruptedException {
        if (upstream.missingCredentials().isPresent()) {
            throw new Unanswered(connection, upstream.missingCredentials().get(), Unanswered.Because.NO_CREDENTIALS);
        }
        Instant until = time.instant().plus(connection.limits().giveUpAfter());
        String why = "";
        for (int attempt = 1; attempt <= connection.limits().maxAttempts(); ) {
            if (!slots.take()) {
                throw new Unanswered(connection, "Bactrian stops.");
            }
            if (!slots.depart()) {
                continue;
            }
            long sentAt = time.nanos();
            Attempt made = echo.hush(wire.send(request));
            if (made instanceof Answered answered) {
                Reply reply = answered.reply();
                Optional<Duration> asked = RateLimits.wait(reply, time.instant());
                if (reply.status() == RetryRules.TOO_MANY_REQUESTS) {
                    slots.refused(sentAt, asked.or(() -> upstream.dialect().retryAfter(reply)));
                    why = "the provider keeps asking to wait (429).";
                    if (time.instant().isAfter(until)) {
                        break;
                    }
                    continue;
                }
                slots.accepted();
                asked.ifPresent(slots::hold);
                if (reply.status() == RetryRules.UNAUTHORIZED) {
                    throw new Unanswered(connection, "the provider does not accept the credentials (401).");
                }
                if (reply.status() < 500) {
                    return reply;
                }
                why = "the provider answers " + reply.status() + ".";
            } else {
                why = made instanceof Lost lost ? lost.why() : ((NeverSent) made).why();
            }
            time.await(closing, backoff.after(attempt));
            attempt++;
        }
        throw new Unanswered(connection, why);
    }
}
