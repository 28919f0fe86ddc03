package bactrian.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts edits that cannot be undone, by operation and reason. */
public final class Irreversibles {
    /** A reason may name a field, so that there may be many. */
    private static final int MOST = 100;

    private final Map<List<String>, Integer> places = new LinkedHashMap<>();
    private final List<Irreversible> kinds = new ArrayList<>();

    /**
     * The place of a kind, which has no edits yet where it is new.
     *
     * @return from 0; -1 where there are too many already
     */
    int place(String provider, String operation, String why) {
        List<String> kind = List.of(provider, operation, why);
        Integer known = places.get(kind);
        if (known != null || kinds.size() == MOST) {
            return known == null ? -1 : known;
        }
        kinds.add(new Irreversible(provider, operation, 0, why));
        places.put(kind, kinds.size() - 1);
        return kinds.size() - 1;
    }

    void count(int place, long edits) {
        Irreversible kind = kinds.get(place);
        kinds.set(place, new Irreversible(kind.provider(), kind.operation(), kind.edits() + edits, kind.why()));
    }

    /** Counts one edit. */
    public void count(String provider, String operation, String why) {
        int place = place(provider, operation, why);
        if (place >= 0) {
            count(place, 1);
        }
    }

    /** In the order in which they were met first. */
    public List<Irreversible> all() {
        return List.copyOf(kinds);
    }
}
