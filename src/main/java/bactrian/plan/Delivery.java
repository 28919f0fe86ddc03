package bactrian.plan;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a document when it is handed in.
 *
 * @param source where from, for people, for example {@code inbox:awork/setprio/prio.csv}
 * @param fileName as the sender named it; made safe before it is used
 * @param identity what makes it the same arrival when it is met again; empty where arrivals are never the same
 * @param options settings of this one job by name, for example {@code again=true}
 */
public record Delivery(
        String source,
        String fileName,
        Format format,
        Defaults defaults,
        Optional<String> identity,
        Map<String, String> options) {

    public Delivery {
        options = Map.copyOf(options);
    }

    /** A document that is never the same arrival as another, with no settings of its own. */
    public static Delivery of(String source, String fileName, Format format, Defaults defaults) {
        return new Delivery(source, fileName, format, defaults, Optional.empty(), Map.of());
    }

    /** This delivery with what makes it the same arrival. */
    public Delivery identity(String text) {
        return new Delivery(source, fileName, format, defaults, Optional.of(text), options);
    }

    /** This delivery with settings of its job. */
    public Delivery options(Map<String, String> settings) {
        return new Delivery(source, fileName, format, defaults, identity, settings);
    }
}
