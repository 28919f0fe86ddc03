package bactrian.ledger;

import java.nio.charset.StandardCharsets;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {
    private final byte[] bytes;
    private int at;

    PackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** Reads what {@link PackWriter#bytes} wrote after its length into a buffer, from the place named. */
    void into(byte[] buffer, int place, int length) {
        System.arraycopy(bytes, at, buffer, place, length);
        at += length;
    }

    String text() {
        int length = (int) number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
