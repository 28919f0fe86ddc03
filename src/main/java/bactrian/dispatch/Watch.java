package bactrian.dispatch;

import bactrian.ledger.LaneStates;
import bactrian.ledger.LedgerUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks, for all lanes together, which have something to send and which somebody resumes. */
final class Watch {
    private static final Duration HEAR_AGAIN = Duration.ofSeconds(1);

    private final Map<String, Lane> lanes;
    private final Node node;
    private final LaneStates states;
    private Instant hearAgain = Instant.MIN;

    /** @param lanes by connection, in order */
    Watch(Map<String, Lane> lanes, Node node) {
        this.lanes = lanes;
        this.node = node;
        this.states = node.ledger().lanes();
    }

    /** @see Lanes#due */
    synchronized List<Lane> due(Predicate<Lane> free) {
        if (!node.working()) {
            return List.of();
        }
        Instant now = node.time().instant();
        try {
            hearResumes(now);
            Predicate<Lane> ready = free.and(lane -> !lane.rests(now));
            return node.lookout().isTime(now, name -> lane(name).filter(ready).isPresent())
                    ? due(now, ready)
                    : List.of();
        } catch (LedgerUnavailable away) {
            node.lookout().rest(now); // whoever renews the lease says so, once for all lanes
            return List.of();
        }
    }

    private Optional<Lane> lane(String connection) {
        return Optional.ofNullable(lanes.get(connection));
    }

    private List<Lane> due(Instant now, Predicate<Lane> ready) {
        Map<String, Instant> due = node.lookout().look(now);
        List<Lane> found = new ArrayList<>();
        lanes.forEach((name, lane) -> {
            if (ready.test(lane)) {
                Optional<Instant> next = Optional.ofNullable(due.get(name));
                next.filter(time -> !time.isAfter(now)).ifPresent(time -> found.add(lane));
                if (next.isEmpty()) {
                    lane.nothingWaits();
                }
            }
        });
        return found;
    }

    private void hearResumes(Instant now) {
        if (now.isBefore(hearAgain)) {
            return;
        }
        hearAgain = now.plus(HEAR_AGAIN);
        List<Lane> unwell =
                lanes.values().stream().filter(lane -> !lane.isClear()).toList();
        if (!unwell.isEmpty()) {
            Map<String, Long> resumed = states.resumed();
            unwell.forEach(
                    lane -> lane.heard(resumed.getOrDefault(lane.connection().name(), 0L)));
        }
    }
}
