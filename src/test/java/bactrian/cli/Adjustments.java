package bactrian.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Edits of awork tasks that are not safe to repeat. Each moves its task by other days than the rest, and so is a call. */
final class Adjustments {
    private Adjustments() {}

    /** @param rows 99 at most */
    static String csv(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> String.format(
                        Locale.ROOT, "awork,adjustdates,a3f1c9e2-4b7d-4f8a-9c2e-0000000000%02d,%d\n", row, row))
                .collect(Collectors.joining("", "provider,operation,id,daysOffset\n", ""));
    }
}
