package bactrian.simulator.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Things of one kind by id.
 *
 * <p>The world is open: an id nobody has touched has the values {@code untouched} makes of it, and takes no room until
 * it is changed. Equal sets of values are stored once: a million changed targets take about 100 bytes each.
 */
public final class Shelf {

    private static final int POOLED = 100_000;
    private static final Values GONE = Values.of(Json.object().put("_gone", true));

    private final Function<String, Optional<Values>> untouched;
    private final Journal journal;
    private final Map<String, Values> changed = new LinkedHashMap<>();
    private final Map<Values, Values> pool = new HashMap<>();

    /**
     * @param untouched what an id has that nobody has changed; empty when there is no such thing
     */
    public Shelf(Function<String, Optional<Values>> untouched, Journal journal) {
        this.untouched = untouched;
        this.journal = journal;
    }

    /** The thing of that id as it is now. */
    public Optional<Values> get(String id) {
        Values values = changed.get(id);
        if (values == null) {
            return untouched.apply(id);
        }
        return values == GONE ? Optional.empty() : Optional.of(values);
    }

    /** Puts a thing there without an entry in the journal. */
    public void seed(String id, Values values) {
        changed.put(id, pooled(untouched.apply(id).orElse(Values.NONE).with(values)));
    }

    /** Changes a thing on behalf of a request. */
    public void put(long request, String id, Values values) {
        Values shared = pooled(values);
        changed.put(id, shared);
        journal.add(request, id, shared);
    }

    /** Takes a thing away on behalf of a request. */
    public void remove(long request, String id) {
        changed.put(id, GONE);
        journal.add(request, id, Values.NONE);
    }

    /** Everything that was seeded or changed, oldest first; what was never touched cannot be listed. */
    public Stream<Map.Entry<String, Values>> known() {
        return changed.entrySet().stream().filter(entry -> entry.getValue() != GONE);
    }

    private Values pooled(Values values) {
        Values known = pool.get(values);
        if (known != null) {
            return known;
        }
        if (pool.size() < POOLED) {
            pool.put(values, values);
        }
        return values;
    }
}
