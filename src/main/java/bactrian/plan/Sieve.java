package bactrian.plan;

/**
 * A Bloom filter of fixed size: says of a key for certain that it is new, or that it may have been seen. With too many
 * keys it says the latter too often, never the former. All bits of a key lie in one block of 64 bytes, which is what a
 * processor fetches at once.
 */
final class Sieve {
    private static final int PROBES = 6;
    private static final int WORDS_OF_BLOCK = 8;
    private static final int FEWEST_BITS = 1 << 12;
    private static final int MOST_BITS = 1 << 27;

    private final long[] words;
    private final int blocks;

    /** @param bits wished for; held between 512 bytes and 16 MiB */
    Sieve(long bits) {
        int size = FEWEST_BITS;
        while (size < bits && size < MOST_BITS) {
            size <<= 1;
        }
        words = new long[size >> 6];
        blocks = words.length / WORDS_OF_BLOCK;
    }

    /** A sieve of the same size, empty. */
    Sieve another() {
        return new Sieve(words.length * 64L);
    }

    /** @return whether the key is certainly new */
    boolean add(long key) {
        boolean isNew = false;
        int block = block(key);
        long bits = key;
        for (int probe = 0; probe < PROBES; probe++) {
            int word = block + (int) (bits >> 6 & WORDS_OF_BLOCK - 1);
            long flag = 1L << bits; // by the lowest six bits
            isNew |= (words[word] & flag) == 0;
            words[word] |= flag;
            bits >>>= 9;
        }
        return isNew;
    }

    /** Whether the key may have been added. */
    boolean mayHold(long key) {
        int block = block(key);
        long bits = key;
        for (int probe = 0; probe < PROBES; probe++) {
            if ((words[block + (int) (bits >> 6 & WORDS_OF_BLOCK - 1)] & 1L << bits) == 0) {
                return false;
            }
            bits >>>= 9;
        }
        return true;
    }

    /** The probes use the lower bits of the key, so the block is chosen by a mixture of all. */
    private int block(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) % blocks * WORDS_OF_BLOCK;
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
