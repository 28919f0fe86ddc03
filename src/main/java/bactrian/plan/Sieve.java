package bactrian.plan;

/**
 * A Bloom filter of fixed size: says of a key for certain that it is new, or that it may have been seen. With too many
 * keys it says the latter too often, never the former.
 */
final class Sieve {
    private static final int PROBES = 4;
    private static final int FEWEST_BITS = 1 << 12;
    private static final int MOST_BITS = 1 << 27;

    private final long[] words;
    private final int mask;

    /** @param bits wished for; held between 512 bytes and 16 MiB */
    Sieve(long bits) {
        int size = FEWEST_BITS;
        while (size < bits && size < MOST_BITS) {
            size <<= 1;
        }
        words = new long[size >> 6];
        mask = size - 1;
    }

    /** A sieve of the same size, empty. */
    Sieve another() {
        return new Sieve(words.length * 64L);
    }

    /** @return whether the key is certainly new */
    boolean add(long key) {
        boolean isNew = false;
        long step = key >>> 32 | 1;
        long at = key;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = (int) at & mask;
            long flag = 1L << bit;
            if ((words[bit >> 6] & flag) == 0) {
                words[bit >> 6] |= flag;
                isNew = true;
            }
            at += step;
        }
        return isNew;
    }

    /** Whether the key may have been added. */
    boolean mayHold(long key) {
        long step = key >>> 32 | 1;
        long at = key;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = (int) at & mask;
            if ((words[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
            at += step;
        }
        return true;
    }

    /** A key for a target within a section. */
    static long key(int section, String target) {
        long hash = 0xcbf29ce484222325L + section * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < target.length(); i++) {
            hash = (hash ^ target.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
