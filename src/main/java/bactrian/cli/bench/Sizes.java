package bactrian.cli.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param coalescing rows of the files whose rows share calls
 * @param calls rows of the file whose rows share none
 * @param warmUp rows sent before those, so that compilers are done
 * @param rateSeconds how long the provider's limit is kept to
 * @param growth rows of files of growing size
 * @param rounds how often what takes short is measured; the median counts
 */
public record Sizes(long coalescing, long calls, long warmUp, int rateSeconds, List<Long> growth, int rounds) {

    /** After fewer calls, compilers still take a third of the processor time. */
    private static final long WARM_UP = 150_000;

    /** A few minutes. */
    public static Sizes usual() {
        return new Sizes(1_000_000, 50_000, WARM_UP, 60, List.of(10_000L, 100_000L, 500_000L, 1_000_000L), 3);
    }

    /** The same and 5 million rows. */
    public static Sizes full() {
        return new Sizes(
                1_000_000, 50_000, WARM_UP, 60, List.of(10_000L, 100_000L, 500_000L, 1_000_000L, 5_000_000L), 3);
    }

    /** Half a minute: shows that it works, not how fast. */
    public static Sizes quick() {
        return new Sizes(20_000, 1_000, 500, 3, List.of(1_000L, 10_000L), 1);
    }
}
