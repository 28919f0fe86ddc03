package bactrian.outcome;

/** What somebody has written, as it is shown to people. */
final class Shown {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Shown() {}

    /** Cut to so many characters; signs that nobody would see are called by their numbers. */
    static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        StringBuilder shown = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> {
            if (isCalled(c)) {
                shown.append('<').append(Invisible.name(c)).append('>');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** The joiners stay as they are: they shape the letters of some scripts. */
    private static boolean isCalled(int c) {
        return Invisible.is(c) && c != NON_JOINER && c != JOINER;
    }
}
