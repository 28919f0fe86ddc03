package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON parser over a document from some byte on, whose failures are problems with a place. */
final class JsonSource implements Closeable {
    private final MeteredInput input;
    private final JsonParser parser;
    private final long start;
    private final long linesBefore;
    private long markedOffset;
    private long markedLines;

    private JsonSource(MeteredInput input, long start, long linesBefore) throws IOException {
        this.input = input;
        this.parser = JsonText.MAPPER.createParser(input);
        this.start = start;
        this.linesBefore = linesBefore;
    }

    /** @throws Unusable where the document cannot be opened or is no UTF-8 */
    static JsonSource open(Path path) throws IOException {
        byte[] first;
        try (InputStream bytes = DocumentBytes.open(path)) {
            first = bytes.readNBytes(4);
        }
        if (first.length >= 2 && (first[0] & 0xFF) >= 0xFE && (first[1] & 0xFF) >= 0xFE) {
            throw new Unusable(notUtf8("The file is UTF-16."));
        }
        for (byte one : first) {
            if (one == 0) {
                throw new Unusable(notUtf8("There is a NUL character in this line."));
            }
        }
        boolean marked =
                first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        return open(path, marked ? 3 : 0, 0);
    }

    /**
     * @param start the byte to start from
     * @param linesBefore how many lines end before it
     */
    static JsonSource open(Path path, long start, long linesBefore) throws IOException {
        InputStream bytes = DocumentBytes.open(path);
        try {
            bytes.skipNBytes(start);
            return new JsonSource(new MeteredInput(bytes), start, linesBefore);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    /** Remembers this place, between two values, for {@link #afterLine}. */
    void mark() {
        JsonLocation here = parser.currentLocation();
        markedOffset = start + here.getByteOffset();
        markedLines = linesBefore + here.getLineNr() - 1;
    }

    /**
     * A source that starts after the line of the first value behind the mark; empty where no line follows it, or none within
     * {@link MeteredInput#LARGEST} bytes.
     */
    Optional<JsonSource> afterLine(Path path) throws IOException {
        long offset = markedOffset;
        long lines = markedLines;
        boolean inValue = false;
        try (InputStream bytes = new BufferedInputStream(DocumentBytes.open(path))) {
            bytes.skipNBytes(offset);
            long last = markedOffset + MeteredInput.LARGEST;
            for (int one = bytes.read(); one >= 0 && offset < last; one = bytes.read()) {
                offset++;
                inValue |= one > ' ';
                if (one == '\n') {
                    lines++;
                    if (inValue) {
                        return Optional.of(open(path, offset, lines));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Problem notUtf8(String message) {
        return Problem.of(Code.SYNTAX, Place.line(1), message).hint("Save the file as JSON in UTF-8.");
    }

    /** The next token; empty at the end of the document. */
    Optional<JsonToken> next() throws IOException {
        try {
            return Optional.ofNullable(parser.nextToken());
        } catch (JsonProcessingException bad) {
            throw unusable(bad);
        }
    }

    /** The next token where the document cannot be at its end. */
    JsonToken within() throws IOException {
        return next().orElseThrow(() -> new Unusable(problem("The document ends in the middle of a value.")));
    }

    /** The value that starts with the token just read. */
    JsonNode value() throws IOException {
        try {
            return JsonText.MAPPER.readTree(parser);
        } catch (JsonProcessingException bad) {
            throw unusable(bad);
        }
    }

    /** The name of the field just read. */
    String name() throws IOException {
        return parser.currentName();
    }

    /** Line of the token just read, from 1. */
    long line() {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    /** The byte of the document at which the token just read starts. */
    long offset() {
        return start + parser.currentTokenLocation().getByteOffset();
    }

    MeteredInput input() {
        return input;
    }

    /** A syntax problem at the token just read. */
    Problem problem(String message) {
        JsonLocation at = parser.currentTokenLocation();
        return Problem.of(Code.SYNTAX, place(at), message);
    }

    private Unusable unusable(JsonProcessingException bad) {
        Optional<JsonLocation> at = Optional.ofNullable(bad.getLocation());
        Code code = JsonText.isTooLarge(bad) ? Code.TOO_LARGE : Code.SYNTAX;
        String why = JsonText.why(bad);
        return new Unusable(Problem.of(
                code, at.map(this::place).orElse(Place.document()), "This is not JSON that can be read: " + why));
    }

    private Place place(JsonLocation at) {
        return at.getLineNr() < 1
                ? Place.document()
                : new Place(
                        OptionalLong.of(linesBefore + at.getLineNr()),
                        OptionalLong.of(Math.max(1, at.getColumnNr())),
                        OptionalLong.empty(),
                        Optional.empty());
    }

    @Override
    public void close() throws IOException {
        parser.close();
        input.close();
    }
}
