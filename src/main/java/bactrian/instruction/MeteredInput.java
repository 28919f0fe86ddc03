package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a JSON document of which only so many may be read at a stretch: what is kept in memory is bounded here,
 * whatever the document says. Parsers read ahead, so the bound is one of some kilobytes more.
 */
final class MeteredInput extends FilterInputStream {
    /** Most bytes of an instruction without its ids, or of one id. */
    static final long LARGEST = 4 << 20;

    private long left = LARGEST;
    private long line = 1;

    MeteredInput(InputStream bytes) {
        super(bytes);
    }

    /** What follows is kept: from here on at most {@link #LARGEST} bytes. */
    void keep(long fromLine) {
        left = LARGEST;
        line = fromLine;
    }

    /** What follows is looked at and let go. */
    void pass() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new Unusable(Problem.of(
                            Code.TOO_LARGE,
                            Place.line(line),
                            "The instruction that starts here has more than " + LARGEST + " bytes beside its ids.")
                    .hint("Split it into smaller instructions; only ids may be as many as you like."));
        }
        int count = super.read(into, offset, length);
        left -= Math.max(0, count);
        return count;
    }
}
