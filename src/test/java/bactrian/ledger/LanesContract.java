package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.LaneState.Trouble;
import bactrian.outcome.Code;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every ledger keeps of lanes. */
abstract class LanesContract extends LedgerContract {
    private static final Instant SINCE = Instant.parse("2026-11-22T02:20:55.123Z");
    private static final LaneState AWAY = new LaneState(
            LANE,
            Optional.of(new Trouble(Code.UNAVAILABLE, "It answers 503.", SINCE, SINCE.plusSeconds(30), 7)),
            Optional.of(SINCE.minusSeconds(1)));

    @Test
    void aLaneNobodyHasHeardOfIsWell() {
        assertThat(ledger.lanes().unwell()).isEmpty();
        assertThat(ledger.lanes().resumed()).isEmpty();
    }

    @Test
    void whatIsRecordedIsThereForTheNextProcess() {
        ledger.lanes().record(AWAY);
        ledger.close();
        ledger = open(clock);

        assertThat(ledger.lanes().unwell()).containsExactly(AWAY);
    }

    @Test
    void aLaneThatIsWellAgainLeavesNothing() {
        ledger.lanes().record(AWAY);

        ledger.lanes().record(LaneState.well(LANE));

        assertThat(ledger.lanes().unwell()).isEmpty();
    }

    @Test
    void everyResumeIsCounted() {
        ledger.lanes().record(AWAY);

        boolean first = ledger.lanes().resume(LANE);
        ledger.lanes().record(LaneState.well(LANE));
        boolean second = ledger.lanes().resume(LANE);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(ledger.lanes().resumed()).isEqualTo(Map.of(LANE, 2L));
    }

    @Test
    void aPauseAndATroubleOfOneConnectionAreTwoThings() {
        ledger.pauses().pause(LANE, "somebody");
        ledger.lanes().record(AWAY);

        ledger.pauses().resume(LANE);

        assertThat(ledger.lanes().unwell()).containsExactly(AWAY);
        assertThat(ledger.pauses().all()).isEmpty();
    }
}
