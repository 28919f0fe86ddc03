package bactrian.instruction;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which delimiter a CSV document uses: the one that a first line {@code sep=;} names, which spreadsheets write and
 * read, else by looking at its header.
 */
final class CsvDialect {
    private static final String DELIMITERS = ",;\t|";
    private static final int LOOKED_AT = 1 << 16;
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\s*\"?sep=([^\\w\\s\"]|\t)\"?\\1*[ \t]*(?:[\r\n].*)?", Pattern.DOTALL);

    private CsvDialect() {}

    /** The delimiter that stands most often in the header, outside quotes; a comma where there is none. */
    static char delimiter(Document document) throws IOException {
        char[] text = new char[LOOKED_AT];
        try (DocumentText reader = DocumentText.open(document)) {
            int length = fill(reader, text);
            Matcher named = NAMED.matcher(CharBuffer.wrap(text, 0, length));
            return named.matches() ? named.group(1).charAt(0) : delimiter(text, length);
        }
    }

    /** Whether a document's first record is a line that names the delimiter, and no header. */
    static boolean names(List<String> cells) {
        String first = cells.get(0).strip();
        boolean alone = cells.stream().skip(1).allMatch(String::isBlank);
        return alone && first.regionMatches(true, 0, "sep=", 0, 4) && first.length() + cells.size() > 5;
    }

    private static int fill(Reader reader, char[] text) throws IOException {
        int length = 0;
        while (length < text.length) {
            int count = reader.read(text, length, text.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }

    private static char delimiter(char[] text, int length) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    break;
                }
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                counts[DELIMITERS.indexOf(c)]++;
            }
            blank &= Character.isWhitespace(c);
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }
}
