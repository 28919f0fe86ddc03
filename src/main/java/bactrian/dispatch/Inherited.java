package bactrian.dispatch;

import bactrian.ledger.LaneState;
import bactrian.ledger.Ledger;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the processes before this one have left of a lane.
 *
 * @param state how it was when they stopped
 * @param resumed how often somebody had resumed it
 * @param waits whether something has been waiting for it since
 */
record Inherited(LaneState state, long resumed, boolean waits) {

    /** By connection. Read for all of them together: there may be thousands. */
    static Function<String, Inherited> in(Ledger ledger) {
        Map<String, LaneState> unwell =
                ledger.lanes().unwell().stream().collect(Collectors.toMap(LaneState::connection, state -> state));
        Map<String, Long> resumed = ledger.lanes().resumed();
        Map<String, Instant> due = ledger.calls().due();
        return name -> new Inherited(
                unwell.getOrDefault(name, LaneState.well(name)), resumed.getOrDefault(name, 0L), due.containsKey(name));
    }
}
