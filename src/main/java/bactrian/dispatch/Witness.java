package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.ledger.Calls;
import bactrian.ledger.Exchange;
import bactrian.provider.Dialect;
import bactrian.provider.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps what went over the wire. Costs no transaction: it is written with what follows from it. */
final class Witness {
    private final Calls calls;
    private final Dialect dialect;
    private final Echo echo;
    private final Timekeeper time;

    Witness(Calls calls, Dialect dialect, Echo echo, Timekeeper time) {
        this.calls = calls;
        this.dialect = dialect;
        this.echo = echo;
        this.time = time;
    }

    void note(CallErrand errand, Attempt attempt) {
        Optional<Request> sent = errand.sent();
        if (sent.isEmpty()) {
            return;
        }
        Request request = sent.get();
        Duration took = Duration.ofNanos(time.nanos() - errand.sentAt());
        calls.witness(
                errand.claim(),
                new Exchange(
                        time.instant().minus(took),
                        errand.waited(),
                        took,
                        errand.claim().pursuit().isPresent() ? Exchange.What.QUESTION : Exchange.What.EDITS,
                        request.method() + " " + request.path(),
                        List.copyOf(dialect.authorization().keySet()),
                        request.body().orElse(""),
                        status(attempt),
                        echo.hush(answer(attempt))));
    }

    private static int status(Attempt attempt) {
        return attempt instanceof Answered answered ? answered.reply().status() : 0;
    }

    private static String answer(Attempt attempt) {
        if (attempt instanceof Answered answered) {
            return answered.reply().body();
        }
        return attempt instanceof Lost lost ? lost.why() : ((NeverSent) attempt).why();
    }
}
