package bactrian.plan;

import bactrian.instruction.Format;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Makes names that senders choose safe: plain, visible, and short enough to carry a prefix and a suffix. */
final class FileNames {
    private static final int LONGEST_BYTES = 150;
    private static final int LONGEST_STEM = 40;

    private FileNames() {}

    /** A plain file name: the last part of a path, odd characters replaced, no dot in front, with an extension. */
    static String safe(String name, Format format) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._()+@ -]", "_")
                .strip()
                .replaceFirst("^[.]+", "");
        int dot = plain.lastIndexOf('.');
        String stem = dot < 0 ? plain : plain.substring(0, dot);
        String extension = dot < 0 || plain.length() - dot > 10 ? "." + format.word() : plain.substring(dot);
        return cut(stem.isBlank() ? "instruction" : stem, LONGEST_BYTES) + extension;
    }

    /** The stem of a safe name as it stands in a job's id: ASCII letters, digits, {@code _} and {@code -} only. */
    static String stem(String safeName) {
        int dot = safeName.lastIndexOf('.');
        String stem = (dot < 0 ? safeName : safeName.substring(0, dot))
                .replaceAll("[^A-Za-z0-9_]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = stem.substring(0, Math.min(stem.length(), LONGEST_STEM)).replaceAll("-+$", "");
        return cut.isEmpty() ? "job" : cut;
    }

    private static String cut(String text, int bytes) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
