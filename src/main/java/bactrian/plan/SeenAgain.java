package bactrian.plan;

import java.util.HashSet;
import java.util.Set;

/**
 * Keys that may have come twice. A few are kept as they are, so that one that is only taken for another costs no memory; many
 * go into a sieve as large as the one that they stood out in.
 */
final class SeenAgain {
    static final int FEW = 10_000;

    private final Sieve first;
    private final Set<Long> few = new HashSet<>();
    private Sieve many = new Sieve(0);
    private boolean overflown;

    /** @param first the sieve that every key went through */
    SeenAgain(Sieve first) {
        this.first = first;
    }

    void add(long key) {
        if (overflown) {
            many.add(key);
        } else if (few.add(key) && few.size() > FEW) {
            many = first.another();
            few.forEach(many::add);
            few.clear();
            overflown = true;
        }
    }

    /** Whether the key may have been added; if not, it certainly was not. */
    boolean mayHold(long key) {
        return overflown ? many.mayHold(key) : few.contains(key);
    }
}
