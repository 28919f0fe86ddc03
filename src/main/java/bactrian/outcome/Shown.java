package bactrian.outcome;

import java.util.regex.Pattern;

/** What somebody has written, as it is shown to people. */
final class Shown {
    /** Controls, spaces other than the plain one, and signs of no width but the joiners, which some scripts need. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}&&[^ \\x{200C}\\x{200D}]]");

    private Shown() {}

    /** Cut to so many characters; signs that nobody would see are called by their numbers. */
    static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return UNSEEN.matcher(cut)
                .replaceAll(sign -> String.format("<U+%04X>", sign.group().codePointAt(0)));
    }
}
