package bactrian.ledger;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Checks that every edit of a call is accounted for exactly once. */
final class Partition {
    private Partition() {}

    static void requireOneEach(Call call, int outcomes) {
        if (outcomes != call.size()) {
            throw new IllegalArgumentException(
                    "call " + call.number() + " has " + call.size() + " edits, not " + outcomes);
        }
    }

    static void require(Call call, List<Optional<Outcome>> settled, List<List<Integer>> parts) {
        requireOneEach(call, settled.size());
        if (parts.isEmpty() || call.change().where().isPresent()) {
            throw new IllegalArgumentException("call " + call.number() + " cannot be divided into " + parts.size());
        }
        BitSet open = new BitSet();
        for (int place = 0; place < settled.size(); place++) {
            open.set(place, settled.get(place).isEmpty());
        }
        for (List<Integer> part : parts) {
            int before = -1;
            for (int place : part) {
                if (place <= before || !open.get(place)) {
                    throw new IllegalArgumentException("call " + call.number() + ": edit " + place
                            + " is settled, in two parts, or not in ascending order");
                }
                open.clear(place);
                before = place;
            }
            if (part.isEmpty()) {
                throw new IllegalArgumentException("call " + call.number() + ": a part is empty");
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "call " + call.number() + ": edit " + open.nextSetBit(0) + " is in no part");
        }
    }
}
