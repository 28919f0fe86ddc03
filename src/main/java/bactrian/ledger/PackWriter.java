package bactrian.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Packs numbers and texts into bytes: numbers seven bits a byte, lowest first; texts as length and UTF-8. */
final class PackWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param number not negative */
    PackWriter number(long number) {
        long rest = number;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    PackWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** Writes what follows {@code from}, with its length. */
    PackWriter bytes(byte[] text, int from) {
        number(text.length - from);
        bytes.write(text, from, text.length - from);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
