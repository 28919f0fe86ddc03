package bactrian.plan;

import bactrian.instruction.mapping.MappingFile;
import java.util.Map;
import java.util.Optional;

/** Settings of one job, kept with its arrival. */
public final class JobOptions {
    /** {@code true} says: yes, run this content again. */
    public static final String AGAIN = "again";

    private static final String MAPPING = "mapping";
    private static final String MAPPING_TEXT = "mapping.text";

    private JobOptions() {}

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
