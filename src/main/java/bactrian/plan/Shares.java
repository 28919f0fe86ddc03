package bactrian.plan;

import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts edits and calls by connection and operation. */
final class Shares {
    private final Catalogue catalogue;
    private final Map<List<String>, Integer> places = new LinkedHashMap<>();
    private final List<Share> shares = new ArrayList<>();
    private final Irreversibles irreversibles = new Irreversibles();

    Shares(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The place of the share that this change belongs to. */
    int place(Change change) {
        int place = places.computeIfAbsent(List.of(change.connection(), change.provider(), change.operation()), key -> {
            shares.add(new Share(
                    change.connection(),
                    change.provider(),
                    change.operation(),
                    0,
                    0,
                    catalogue.of(change).destroys(),
                    false));
            return shares.size() - 1;
        });
        if (change.where().isPresent() && !shares.get(place).selects()) {
            shares.set(place, shares.get(place).selecting());
        }
        return place;
    }

    /** Counts a call with so many edits. */
    void count(int place, int edits) {
        shares.set(place, shares.get(place).plus(edits));
    }

    /** The place of the reason why edits with this change cannot be undone; -1 where they may be. */
    int reason(Change change) {
        return catalogue
                .of(change)
                .reversal()
                .never(change.values())
                .map(why -> irreversibles.place(change.provider(), change.operation(), why))
                .orElse(-1);
    }

    /** What cannot be undone of all calls that were counted. */
    Irreversibles irreversibles() {
        return irreversibles;
    }

    List<Share> all() {
        return List.copyOf(shares);
    }
}
