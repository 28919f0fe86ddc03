package bactrian.ledger;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Ascending ordinals packed as their distances: mostly one or two bytes each. */
final class Ordinals {
    private Ordinals() {}

    /** @throws IllegalArgumentException when they do not ascend */
    static byte[] pack(List<Long> ordinals) {
        PackWriter pack = new PackWriter();
        long before = -1;
        for (long ordinal : ordinals) {
            if (ordinal <= before) {
                throw new IllegalArgumentException("ordinals must ascend: " + ordinal + " after " + before);
            }
            pack.number(ordinal - before - 1);
            before = ordinal;
        }
        return pack.toBytes();
    }

    static void read(byte[] packed, LongConsumer each) {
        PackReader pack = new PackReader(packed);
        long before = -1;
        while (!pack.atEnd()) {
            before += pack.number() + 1;
            each.accept(before);
        }
    }

    static long[] unpack(byte[] packed) {
        LongStream.Builder ordinals = LongStream.builder();
        read(packed, ordinals);
        return ordinals.build().toArray();
    }
}
