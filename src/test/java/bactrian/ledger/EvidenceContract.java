package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Exchange.What;
import bactrian.operation.Pursuit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every ledger keeps of what went over the wire, and of the values before. */
abstract class EvidenceContract extends LedgerContract {
    private static final Pursuit STATUS = new Pursuit("status", JsonNodeFactory.instance.objectNode());

    @Test
    void whatWentOverTheWireIsKeptTogetherWithWhatFollowed() {
        drafts().call(2).running(JOB);
        Claim claim = claim();
        Exchange exchange = exchange(What.EDITS, "PUT /task/", "{\"text\":\"ü\"}");

        ledger.calls().witness(claim, exchange);

        assertThat(ledger.evidence().exchanges(JOB, 1)).isEmpty();
        succeed(claim);
        ledger.close();
        ledger = open(clock);
        assertThat(ledger.evidence().exchanges(JOB, 1)).containsExactly(exchange);
    }

    @Test
    void ofManyAttemptsTheFirstOnesAndTheLatestAreKept() {
        drafts().call(1).running(JOB);
        for (int attempt = 1; attempt <= 25; attempt++) {
            Claim claim = claim();
            ledger.calls().witness(claim, exchange(What.EDITS, "PUT /task/?attempt=" + attempt, ""));
            ledger.calls().repeat(claim, clock.instant(), Trace.MAY_BE_APPLIED, "503");
            clock.advance(Duration.ofSeconds(1));
        }

        List<Exchange> kept = ledger.evidence().exchanges(JOB, 1);

        assertThat(kept).hasSize(20);
        assertThat(kept.get(0).request()).endsWith("=1");
        assertThat(kept.get(19).request()).endsWith("=25");
    }

    @Test
    void ofManyQuestionsTheLatestIsKept() {
        drafts().call(1).running(JOB);
        for (int question = 1; question <= 3; question++) {
            Claim claim = claim();
            What what = claim.pursuit().isPresent() ? What.QUESTION : What.EDITS;
            ledger.calls().witness(claim, exchange(what, "GET /status?question=" + question, ""));
            ledger.calls().follow(claim, STATUS, clock.instant(), "half-way");
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(ledger.evidence().exchanges(JOB, 1))
                .extracting(Exchange::request)
                .containsExactly("GET /status?question=1", "GET /status?question=3");
    }

    @Test
    void longBodiesAreCutAndSaySo() {
        drafts().call(1).running(JOB);
        Claim claim = claim();
        ledger.calls().witness(claim, exchange(What.EDITS, "PUT /task/", "x".repeat(Exchange.BODY + 700)));
        succeed(claim);

        assertThat(ledger.evidence().exchanges(JOB, 1))
                .singleElement()
                .extracting(Exchange::body)
                .asString()
                .hasSizeLessThan(Exchange.BODY + 100)
                .endsWith("(700 more characters were not kept)");
    }

    @Test
    void whatIsOlderIsForgotten() {
        drafts().call(1).call(1).running(JOB);
        for (int call = 0; call < 2; call++) {
            Claim claim = claim();
            ledger.calls().witness(claim, exchange(What.EDITS, "PUT /task/", ""));
            succeed(claim);
            clock.advance(Duration.ofDays(1));
        }

        int forgotten = ledger.evidence().forgetExchanges(clock.instant().minus(Duration.ofHours(30)));

        assertThat(forgotten).isEqualTo(1);
        assertThat(ledger.evidence().exchanges(JOB, 1)).isEmpty();
        assertThat(ledger.evidence().exchanges(JOB, 2)).hasSize(1);
    }

    @Test
    void ofTooMuchTheOldestIsForgotten() {
        drafts().call(1).call(1).call(1).running("job-a");
        drafts().call(1).running("job-b");
        for (int call = 0; call < 4; call++) {
            Claim claim = claim();
            ledger.calls().witness(claim, exchange(What.EDITS, "PUT /task/", ""));
            succeed(claim);
        }
        long one = exchange(What.EDITS, "PUT /task/", "").pack().length;

        assertThat(ledger.evidence().boundExchanges(4 * one)).isZero();
        assertThat(ledger.evidence().boundExchanges(2 * one + one / 2)).isEqualTo(2);

        assertThat(ledger.evidence().exchanges("job-a", 2)).isEmpty();
        assertThat(ledger.evidence().exchanges("job-a", 3)).hasSize(1);
        assertThat(ledger.evidence().exchanges("job-b", 1)).hasSize(1);
        assertThat(ledger.evidence().boundExchanges(0)).isEqualTo(2);
    }

    @Test
    void valuesBeforeAreKeptPageByPageAndSharedByTheParts() {
        drafts().call(2).running(JOB);
        Claim claim = claim();
        ledger.evidence().capture(claim, 0, Map.of("target-0", text("old")));
        ledger.evidence().capture(claim, 1, Map.of("target-1", text("stale")));
        ledger.evidence().capture(claim, 1, Map.of("target-1", text("older")));
        ledger.calls()
                .divide(claim, List.of(Optional.empty(), Optional.empty()), List.of(List.of(0), List.of(1)), false);

        Map<String, ObjectNode> before =
                ledger.evidence().captured(JOB, claim().call().number(), Origin.READ);

        assertThat(before).isEqualTo(Map.of("target-0", text("old"), "target-1", text("older")));
        assertThat(ledger.evidence().captured(JOB, 1, Origin.PLAN)).isEmpty();
    }

    private Exchange exchange(What what, String request, String body) {
        return new Exchange(
                clock.instant(),
                Duration.ofMillis(20),
                Duration.ofMillis(300),
                what,
                request,
                List.of("Authorization"),
                body,
                200,
                "ok");
    }

    private static ObjectNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }
}
