package bactrian.plan;

import bactrian.instruction.Format;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes ids of jobs: they sort by time and carry the file's stem, for example {@code 20261122T022055Z-prio-7f3a}. */
public final class JobIds {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RandomGenerator random;

    public JobIds(RandomGenerator random) {
        this.random = random;
    }

    /** An id that is probably, not certainly, free. @param fileName as a sender gave it */
    public String make(Instant now, String fileName, Format format) {
        return make(now, FileNames.safe(fileName, format));
    }

    String make(Instant now, String safeFileName) {
        return String.format(
                Locale.ROOT, "%s-%s-%04x", SECOND.format(now), FileNames.stem(safeFileName), random.nextInt(1 << 16));
    }
}
