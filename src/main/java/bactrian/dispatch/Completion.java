package bactrian.dispatch;

import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Calls;
import bactrian.ledger.Durable;
import bactrian.outcome.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes of a lane's errands: first the lane learns from it, then it is recorded. */
final class Completion {
    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    private final String connection;
    private final Renewal renewal;
    private final Node node;
    private final Calls calls;
    private final Timekeeper time;
    private final Settling settling;
    private final Manners manners;
    private final Health health;
    private final Bulletin bulletin;
    private final Echo echo;
    private final Optional<Witness> witness;
    private volatile Observer observer = Observer.NONE;

    Completion(Upstream upstream, Node node, Settling settling, Manners manners, Health health, Bulletin bulletin) {
        this.connection = upstream.name();
        this.renewal = upstream.renewal();
        this.node = node;
        this.calls = node.ledger().calls();
        this.time = node.time();
        this.settling = settling;
        this.manners = manners;
        this.health = health;
        this.bulletin = bulletin;
        this.echo = new Echo(upstream);
        this.witness = Optional.of(new Witness(calls, upstream.dialect(), echo, time))
                .filter(any -> node.retention().keepsAnything());
    }

    void observedBy(Observer somebody) {
        observer = somebody;
    }

    Recording settle(CallErrand errand, Attempt heard) {
        Attempt attempt = echo.hush(heard);
        observer.attempted(errand.claim().call(), attempt, Duration.ofNanos(time.nanos() - errand.sentAt()));
        Weather weather = health.note(attempt, settling.standings().repeat(errand.claim()), time.instant());
        Duration asked = manners.heed(attempt, errand.sentAt(), time.instant());
        bulletin.tell(health);
        witness.ifPresent(kept -> kept.note(errand, attempt));
        return node.record(connection, () -> settling.settle(errand.claim(), attempt, weather, asked));
    }

    Recording settle(Probe probe, Attempt heard) throws InterruptedException {
        Attempt attempt = echo.hush(heard);
        Optional<Instant> since = health.endedBy(attempt);
        if (since.isPresent()) {
            recordNow(() -> excuse(since.get())); // before anything is sent
        }
        health.probed(attempt, renewal.failure(), time.instant());
        manners.heed(attempt, probe.sentAt(), time.instant());
        bulletin.tell(health);
        return node.record(connection, () -> Durable.DONE);
    }

    /** What the whole lane could not do is not held against the calls that it kept waiting. */
    void excuse(Instant since) {
        calls.excuse(connection, since, time.instant());
    }

    void fault(CallErrand errand, Errand.Fault when, Exception defect) throws InterruptedException {
        LOG.error("A defect of Bactrian hit {}", errand, defect);
        String why = "Bactrian has a defect: " + defect;
        if (when == Errand.Fault.AFTER_SENDING) {
            settle(errand, new Lost(Loss.BROKEN, why)).await();
        } else {
            node.record(connection, () -> settling.giveUp(errand.claim(), Code.INTERNAL, why))
                    .await();
        }
    }

    /** Nothing of it was sent. */
    void abandon(CallErrand errand) throws InterruptedException {
        recordNow(() -> calls.release(errand.claim()));
    }

    /** It was not made. */
    void abandon(Probe probe) {
        health.probeUnused();
    }

    private void recordNow(Runnable entry) throws InterruptedException {
        node.record(connection, () -> {
                    entry.run();
                    return Durable.DONE;
                })
                .await();
    }
}
