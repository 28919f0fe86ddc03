package bactrian.outcome;

import java.util.Optional;

/** Characters that nobody sees: controls, signs of no width or of direction, and spaces other than the plain one. */
public final class Invisible {
    /** What some programs begin a file of text with; no part of the text. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Invisible() {}

    /** The text without the mark that it may begin with. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** Whether a character is one of them. */
    static boolean is(int c) {
        return c != ' '
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    /** The text without them and without spaces around it. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** How the first of them within a text is called, for example {@code U+200B}. */
    public static Optional<String> within(String text) {
        return text.codePoints().filter(Invisible::is).mapToObj(Invisible::name).findFirst();
    }

    static String name(int c) {
        return String.format("U+%04X", c);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || is(c);
    }
}
