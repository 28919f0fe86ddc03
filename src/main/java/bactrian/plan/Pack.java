package bactrian.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Edits written one behind the other into bytes: ordinal (as the step from the one before), mark, target. */
final class Pack {
    private byte[] bytes = new byte[64];
    private int size;
    private long last;

    /** Takes one edit. @return by how many bytes the pack grew */
    int add(long ordinal, int mark, String target) {
        int before = size;
        byte[] text = target.getBytes(StandardCharsets.UTF_8);
        if (size + text.length + 30 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + text.length + 30));
        }
        number(zigzag(ordinal - last));
        number(mark);
        number(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        last = ordinal;
        return size - before;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    /** Gives the edits of a pack to somebody, in the order in which they were added. */
    static void unpack(byte[] packed, Edits edits) throws java.io.IOException {
        Reader reader = new Reader(packed);
        long ordinal = 0;
        while (reader.at < packed.length) {
            long step = reader.number();
            ordinal += step >>> 1 ^ -(step & 1);
            int mark = (int) reader.number();
            int length = (int) reader.number();
            String target = new String(packed, reader.at, length, StandardCharsets.UTF_8);
            reader.at += length;
            edits.take(ordinal, mark, target);
        }
    }

    /** Takes unpacked edits. */
    @FunctionalInterface
    interface Edits {
        void take(long ordinal, int mark, String target) throws java.io.IOException;
    }

    private static final class Reader {
        private final byte[] packed;
        private int at;

        Reader(byte[] packed) {
            this.packed = packed;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = packed[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
