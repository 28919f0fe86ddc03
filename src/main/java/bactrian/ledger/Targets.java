package bactrian.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Targets packed one after the other, each without the bytes it shares with the one before it. */
final class Targets {
    private Targets() {}

    static byte[] pack(List<String> targets) {
        PackWriter pack = new PackWriter();
        byte[] before = new byte[0];
        for (String target : targets) {
            byte[] text = target.getBytes(StandardCharsets.UTF_8);
            int same = Arrays.mismatch(before, text);
            int shared = same < 0 ? text.length : same;
            pack.number(shared).bytes(text, shared);
            before = text;
        }
        return pack.toBytes();
    }

    static List<String> unpack(byte[] packed) {
        PackReader pack = new PackReader(packed);
        List<String> targets = new ArrayList<>();
        byte[] text = new byte[64];
        while (!pack.atEnd()) {
            int shared = (int) pack.number();
            int rest = (int) pack.number();
            if (text.length < shared + rest) {
                text = Arrays.copyOf(text, 2 * (shared + rest));
            }
            pack.into(text, shared, rest);
            targets.add(new String(text, 0, shared + rest, StandardCharsets.UTF_8));
        }
        return targets;
    }
}
