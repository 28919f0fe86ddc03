package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Pursuit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all connections have to send, seen together, for every kind of ledger. */
abstract class DueContract extends LedgerContract {
    private static final Pursuit STATUS = new Pursuit("status", JsonNodeFactory.instance.objectNode());
    private static final String OTHER = "close";

    @Test
    void connectionsThatWaitForNothingAreNotNamed() {
        drafts().call(1).planned(JOB);

        assertThat(ledger.calls().due()).isEmpty();
        ledger.jobs().start(JOB, "test");
        assertThat(ledger.calls().due()).containsOnlyKeys(LANE);
        succeed(claim());
        assertThat(ledger.calls().due()).isEmpty();
    }

    @Test
    void whatIsBeingSentIsNotDue() {
        drafts().call(1).call(1, 1).running(JOB);

        claim();

        assertThat(ledger.calls().due()).isEmpty();
    }

    @Test
    void ofEachConnectionTheNextCallCounts() {
        drafts().call("ready", 0, 1)
                .call("waiting", 0, 1)
                .call("followed", 0, 1)
                .call("followed", 0, 1)
                .running(JOB);
        ledger.calls().defer(claim("waiting"), in(9), Trace.REFUSED, "429");
        ledger.calls().defer(claim("followed"), in(7), Trace.REFUSED, "429");
        ledger.calls().follow(claim("followed"), STATUS, in(5), "asked");

        Map<String, Instant> due = ledger.calls().due();

        assertThat(due).containsOnlyKeys("ready", "waiting", "followed");
        assertThat(due.get("ready")).isBeforeOrEqualTo(clock.instant());
        assertThat(due.get("waiting")).isEqualTo(in(9));
        assertThat(due.get("followed")).isEqualTo(in(5));
    }

    @Test
    void aPausedConnectionIsNotNamed() {
        drafts().call(1).call(OTHER, 0, 1).running(JOB);
        ledger.calls().follow(claim(), STATUS, in(5), "asked");

        ledger.pauses().pause(LANE, "somebody");

        assertThat(ledger.calls().due()).containsOnlyKeys(OTHER);
    }

    @Test
    void ofAPausedJobOnlyWhatIsFollowedCounts() {
        drafts().call(1).call(OTHER, 0, 1).call("ready", 0, 1).running(JOB);
        ledger.calls().follow(claim(), STATUS, in(5), "asked");
        ledger.calls().defer(claim(OTHER), in(7), Trace.REFUSED, "429");

        ledger.jobs().pause(JOB, "somebody");

        assertThat(ledger.calls().due()).isEqualTo(Map.of(LANE, in(5)));
    }

    @Test
    void eachConnectionHasAFirstJobWhereJobsRunOneAfterAnother() {
        drafts().call(1).running("a");
        drafts().call(1).call(OTHER, 0, 1).running("b");
        ledger.calls().order(JobOrder.SEQUENTIAL);

        claim();

        assertThat(ledger.calls().due()).containsOnlyKeys(OTHER);
    }

    private Claim claim(String connection) {
        return ledger.calls().claim(connection).orElseThrow();
    }

    private Instant in(int seconds) {
        return clock.instant().plus(Duration.ofSeconds(seconds));
    }
}
