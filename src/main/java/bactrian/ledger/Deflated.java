package bactrian.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/** Bytes made smaller, quickly rather than as small as can be; few bytes are left as they are. */
final class Deflated {
    /** Setting up the deflater costs more than it saves on less. */
    private static final int WORTH_IT = 1024;

    /** Deflated bytes never start like this. */
    private static final byte PLAIN = 0;

    private Deflated() {}

    static byte[] of(byte[] plain) {
        if (plain.length < WORTH_IT) {
            byte[] marked = new byte[plain.length + 1];
            marked[0] = PLAIN;
            System.arraycopy(plain, 0, marked, 1, plain.length);
            return marked;
        }
        // In one piece, since each goes through JNI; what does not get smaller gets bigger by less than this.
        byte[] room = new byte[plain.length + plain.length / 256 + 64];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            return Arrays.copyOf(room, deflater.deflate(room));
        } finally {
            deflater.end();
        }
    }

    static byte[] back(byte[] deflated) {
        if (deflated.length > 0 && deflated[0] == PLAIN) {
            return Arrays.copyOfRange(deflated, 1, deflated.length);
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new LedgerUnavailable("The ledger holds damaged bytes. Put back a copy of it.", damaged);
        }
    }
}
