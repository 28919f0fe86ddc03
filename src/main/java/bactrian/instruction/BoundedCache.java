package bactrian.instruction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was used last, within bounds of number and size. Not for several threads. */
final class BoundedCache<K, V> {
    private static final int MOST_ENTRIES = 8_192;
    private static final int LARGEST = 2_000;

    private final Map<K, V> entries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** @param size of the entry in characters; what is too large is not remembered */
    void put(K key, V value, int size) {
        if (size <= LARGEST) {
            entries.put(key, value);
        }
    }
}
