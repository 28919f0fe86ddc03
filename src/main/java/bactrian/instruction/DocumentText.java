package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a document: byte order mark obeyed and taken off, nothing replaced in silence. A byte that is no text, a
 * NUL and a record without end are found here, with their line, before any parser sees them.
 */
final class DocumentText extends Reader {
    /** Longest record, in characters: a row with all its cells. */
    static final int LONGEST_RECORD = 4 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer buffer;
    private boolean ended;
    private long delivered;
    private long recordStart;
    private long recordLine = 1;
    private long breaks;
    private char last;

    private DocumentText(InputStream bytes, Charset charset, ByteBuffer start) {
        this.bytes = bytes;
        this.buffer = start;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @throws Unusable where the path is no file that can be read */
    static DocumentText open(Document document) throws IOException {
        InputStream bytes = DocumentBytes.open(document.path());
        try {
            ByteBuffer start = ByteBuffer.allocate(BUFFER);
            start.limit(Math.max(0, bytes.readNBytes(start.array(), 0, BUFFER)));
            return new DocumentText(bytes, marked(start, document.charset()), start);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    private static Charset marked(ByteBuffer start, Charset otherwise) {
        int first = at(start, 0) << 8 | at(start, 1);
        if (first == 0xEFBB && at(start, 2) == 0xBF) {
            start.position(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFEFF || first == 0xFFFE) {
            start.position(2);
            return first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return otherwise;
    }

    private static int at(ByteBuffer bytes, int index) {
        return index < bytes.limit() ? bytes.get(index) & 0xFF : 0;
    }

    /** Says that a record starts on this line and everything before it is done with. */
    void recordStarts(long line) {
        recordStart = delivered;
        recordLine = line;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (delivered - recordStart > LONGEST_RECORD) {
            throw new Unusable(Problem.of(
                            Code.TOO_LARGE,
                            Place.line(recordLine),
                            "The row that starts here is longer than " + LONGEST_RECORD + " characters.")
                    .hint("Look for a quote that is not closed, or split the cell's content."));
        }
        CharBuffer target = CharBuffer.wrap(into, offset, length);
        while (true) {
            CoderResult result = decoder.decode(buffer, target, ended);
            int count = target.position() - offset;
            if (count > 0) {
                inspect(into, offset, count);
                delivered += count;
                return count;
            }
            if (result.isError()) {
                throw new Unusable(notText());
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        buffer.compact();
        int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        ended = count < 0;
        buffer.position(buffer.position() + Math.max(0, count));
        buffer.flip();
    }

    private void inspect(char[] text, int offset, int count) throws Unusable {
        for (int i = offset; i < offset + count; i++) {
            char c = text[i];
            if (c <= '\r') {
                if (c == '\n' ? last != '\r' : c == '\r') {
                    breaks++;
                } else if (c == 0) {
                    throw new Unusable(Problem.of(
                                    Code.SYNTAX, Place.line(breaks + 1), "There is a NUL character in this line.")
                            .hint("The file is damaged or no text file (is it UTF-16 without a byte order mark?)."
                                    + " Export it again as CSV, UTF-8."));
                }
            }
            last = c;
        }
    }

    private Problem notText() {
        String name = decoder.charset().name();
        return Problem.of(Code.SYNTAX, Place.line(breaks + 1), "This line is not text in " + name + ".")
                .found(String.format(Locale.ROOT, "byte 0x%02X", at(buffer, buffer.position())))
                .hint(
                        "Save the file as UTF-8, or set bactrian.csv.charset to what it is written in, for example windows-1251.");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
