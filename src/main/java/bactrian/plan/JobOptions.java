package bactrian.plan;

import bactrian.instruction.mapping.MappingFile;
import bactrian.ledger.Arrival;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings of one job, kept with its arrival. */
public final class JobOptions {
    /** {@code true} says: yes, run this content again. */
    public static final String AGAIN = "again";

    private static final String MAPPING = "mapping";
    private static final String MAPPING_TEXT = "mapping.text";

    private static final String GUARD = "sync.guard";
    private static final String EVERYTHING = "sync.everything";

    private JobOptions() {}

    /**
     * The options of a scheduled job: that it comes again and again is meant.
     *
     * @param guard where only what has changed is sent: the share of known targets that may change without asking
     * @param everything sends also what has not changed
     */
    public static Map<String, String> scheduled(String schedule, Optional<Double> guard, boolean everything) {
        Map<String, String> options = new HashMap<>(Map.of(AGAIN, "true"));
        guard.ifPresent(share -> {
            options.put(Arrival.SYNC, schedule);
            options.put(GUARD, share.toString());
            options.put(EVERYTHING, String.valueOf(everything));
        });
        return options;
    }

    static double guard(Map<String, String> options) {
        return Double.parseDouble(options.getOrDefault(GUARD, "1"));
    }

    static Baseline.Extent extent(Map<String, String> options) {
        return Boolean.parseBoolean(options.get(EVERYTHING)) ? Baseline.Extent.EVERYTHING : Baseline.Extent.CHANGES;
    }

    /** The options of a job whose document is read through a mapping, which it carries along. */
    public static Map<String, String> mapping(MappingFile file) {
        return Map.of(MAPPING, file.name(), MAPPING_TEXT, file.text());
    }

    static Optional<MappingFile> mapping(Map<String, String> options) {
        return Optional.ofNullable(options.get(MAPPING_TEXT))
                .map(text -> new MappingFile(options.getOrDefault(MAPPING, "mapping"), text));
    }

    /** Whether a job's document is read through a mapping. */
    public static boolean mapped(Map<String, String> options) {
        return options.containsKey(MAPPING_TEXT);
    }
}
