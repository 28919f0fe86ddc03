package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Arrival;
import bactrian.ledger.Claim;
import bactrian.ledger.DraftCall;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.ledger.Origin;
import bactrian.ledger.PlanWriter;
import bactrian.operation.Change;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading;
import bactrian.provider.Reply;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before a call is sent, and what follows from the answers. Two targets a question. */
class BeforehandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String JOB = "job";
    private static final int TRIES = 3;
    private static final List<String> TARGETS = List.of("t0", "t1", "t2");

    private final Ledger ledger;
    private final Beforehand beforehand;

    BeforehandTest(@TempDir Path folder) {
        ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), InstantSource.fixed(Instant.EPOCH));
        beforehand = new Beforehand(ledger.evidence(), new ShelfProvider.Eyes(), TRIES);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theTargetsAreAskedForPageByPageAndTheirValuesKept() {
        Claim claim = planned(true, false, Map.of());
        assertThat(beforehand.ask(claim.call(), claim.pursuit().orElseThrow()).path())
                .isEqualTo("/shown/t0,t1");

        Claim second = follow(claim, beforehand.read(claim, shown(Map.of("t0", "a", "t1", "b"))));
        assertThat(beforehand.ask(second.call(), second.pursuit().orElseThrow()).path())
                .isEqualTo("/shown/t2");
        Reading last = beforehand.read(second, shown(Map.of("t2", "c")));

        assertThat(last).isInstanceOf(Reading.NeverTaken.class);
        assertThat(ledger.evidence().captured(JOB, 1, Origin.READ))
                .isEqualTo(Map.of("t0", text("a"), "t1", text("b"), "t2", text("c")));
    }

    @Test
    void onlyTargetsThatAreAsThePlanSawThemAreSent() {
        Claim claim = planned(false, true, Map.of("t0", text("a"), "t1", text("b"), "t2", text("c")));

        Claim second = follow(claim, beforehand.read(claim, shown(Map.of("t0", "a", "t1", "meddled"))));
        Reading last = beforehand.read(second, shown(Map.of("t2", "c")));

        assertThat(last).isInstanceOf(Reading.Narrowed.class);
        List<Optional<Outcome>> outcomes = ((Reading.Narrowed) last).outcomes();
        assertThat(outcomes.get(0)).isEmpty();
        assertThat(outcomes.get(1))
                .hasValueSatisfying(stale -> assertThat(stale.message()).contains("meddled", "Not sent"));
        assertThat(outcomes.get(2)).isEmpty();
        assertThat(ledger.evidence().captured(JOB, 1, Origin.READ)).isEmpty();
    }

    @Test
    void aTargetThatIsGoneOrThatThePlanDoesNotKnowIsStale() {
        Claim claim = planned(false, true, Map.of("t0", text("a"), "t2", text("c")));

        Claim second = follow(claim, beforehand.read(claim, shown(Map.of("t1", "b"))));
        Reading last = beforehand.read(second, shown(Map.of("t2", "other")));

        assertThat(((Reading.Settled) last).outcomes())
                .allSatisfy(outcome -> assertThat(outcome.code()).isEqualTo(Code.STALE))
                .extracting(Outcome::message)
                .satisfiesExactly(
                        gone -> assertThat(gone).contains("not there any more"),
                        strange -> assertThat(strange).contains("does not know it"),
                        other -> assertThat(other).contains("other"));
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgainButNotForEver() {
        Claim claim = planned(false, true, Map.of());
        for (int asked = 1; asked < TRIES; asked++) {
            claim = follow(claim, beforehand.unanswered(claim, "No answer"));
        }

        Reading last = beforehand.unanswered(claim, "No answer");

        assertThat(((Reading.Settled) last).outcomes())
                .hasSize(TARGETS.size())
                .allSatisfy(outcome -> assertThat(outcome.code()).isEqualTo(Code.UNAVAILABLE));
    }

    @Test
    void whatOnlyWasToBeKeptStopsNothing() {
        Claim claim = planned(true, false, Map.of());

        assertThat(beforehand.read(claim, new Reply(403, Map.of(), "no"))).isInstanceOf(Reading.NeverTaken.class);
    }

    @Test
    void whatAPlanExpectsStopsACallThatCannotBeLookedAt() {
        Claim claim = planned(true, true, Map.of());

        Reading refused = beforehand.read(claim, new Reply(403, Map.of(), "no"));

        assertThat(((Reading.Settled) refused).outcomes())
                .allSatisfy(outcome -> assertThat(outcome.code()).isEqualTo(Code.FORBIDDEN));
    }

    private Claim planned(boolean capture, boolean expect, Map<String, ObjectNode> plan) {
        Change change = FakeProvider.change("fake", FakeProvider.SET);
        Optional<String> none = Optional.empty();
        ledger.jobs().receive(JOB, new Arrival("test", "test.csv", "csv", none, none, none, "00", 0, none, Map.of()));
        try (PlanWriter writer = ledger.jobs().plan(JOB, any -> Optional.of(Beforehand.first(capture, expect)))) {
            writer.change(change);
            writer.call(new DraftCall(1, 1, 1, List.of(0L, 1L, 2L), TARGETS, List.of()));
            if (!plan.isEmpty()) {
                writer.expect(1, plan);
            }
            writer.commit(TARGETS.size());
        }
        ledger.jobs().start(JOB, "test");
        return ledger.calls().claim("fake").orElseThrow();
    }

    private Claim follow(Claim claim, Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Following.class);
        ledger.calls().follow(claim, ((Reading.Following) reading).pursuit(), Instant.EPOCH, "");
        return ledger.calls().claim("fake").orElseThrow();
    }

    private static Reply shown(Map<String, String> texts) {
        Map<String, ObjectNode> values = new LinkedHashMap<>();
        texts.forEach((target, text) -> values.put(target, text(text)));
        return new Reply(200, Map.of(), JSON.valueToTree(values).toString());
    }

    private static ObjectNode text(String text) {
        return JSON.createObjectNode().put("text", text);
    }
}
