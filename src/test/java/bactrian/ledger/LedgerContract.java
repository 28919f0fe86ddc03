package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.outcome.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of every ledger share: one to work on, a clock to turn, and words for what lanes do. */
abstract class LedgerContract {
    static final String JOB = "20261122T022055Z-prio-7f3a";
    static final String LANE = Drafts.LANE;

    final Clockwork clock = new Clockwork();
    Ledger ledger;

    /** Opens the ledger of this test; each time the same one. */
    abstract Ledger open(Clockwork clock);

    @BeforeEach
    void openLedger() {
        ledger = open(clock);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    Drafts drafts() {
        return new Drafts(ledger);
    }

    Claim claim() {
        return ledger.calls().claim(LANE).orElseThrow();
    }

    /** Whether a worker would find a call now. Who looks at all connections together sees the same. */
    boolean hasDue() {
        boolean due = ledger.calls().hasDue(LANE);
        assertThat(due(LANE).filter(next -> !next.isAfter(clock.instant())).isPresent())
                .isEqualTo(due);
        return due;
    }

    /** When the next call of a connection becomes due. */
    Optional<Instant> due(String connection) {
        return Optional.ofNullable(ledger.calls().due().get(connection));
    }

    void succeed(Claim claim) {
        ledger.calls().settle(claim, succeeded(claim.call().size()));
    }

    static List<Outcome> succeeded(int edits) {
        return Collections.nCopies(edits, Outcome.succeeded());
    }

    Job job() {
        return ledger.jobs().find(JOB).orElseThrow();
    }

    /** Numbers of calls as they are claimed and settled, until none is due. */
    List<Integer> drain(String connection) {
        List<Integer> numbers = new ArrayList<>();
        for (var claim = ledger.calls().claim(connection);
                claim.isPresent();
                claim = ledger.calls().claim(connection)) {
            numbers.add(claim.get().call().number());
            succeed(claim.get());
        }
        return numbers;
    }

    /** Word of the outcome's code and number of the call, by ordinal. */
    Map<Long, String> verdicts(long from, long to) {
        Map<Long, String> all = new TreeMap<>();
        ledger.evidence().verdicts(JOB, from, to, (ordinal, outcome, call) -> assertThat(
                        all.put(ordinal, outcome.code().word() + " by " + call))
                .isNull());
        return all;
    }
}
