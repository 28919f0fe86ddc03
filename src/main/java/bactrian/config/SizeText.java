package bactrian.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 500MB}. */
final class SizeText {
    static final String FORM = "a size such as 500MB or 2GB";

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})(B|KB|MB|GB)");

    private SizeText() {}

    /** In bytes. */
    static Optional<Long> read(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        int shift = 10 * List.of("B", "KB", "MB", "GB").indexOf(size.group(2));
        return Optional.of(Long.parseLong(size.group(1)) << shift);
    }
}
