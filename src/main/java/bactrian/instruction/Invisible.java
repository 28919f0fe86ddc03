package bactrian.instruction;

import java.util.Optional;

/** Characters that nobody sees: spaces that do not break, of no width, and marks that only say how text is set. */
final class Invisible {
    private Invisible() {}

    /** The text without them and without spaces around it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isAround(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** How the first of them within a text is called, for example {@code U+200B}. */
    static Optional<String> within(String text) {
        return text.codePoints()
                .filter(c -> c != ' ' && isAround(c))
                .mapToObj(c -> String.format("U+%04X", c))
                .findFirst();
    }

    private static boolean isAround(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
