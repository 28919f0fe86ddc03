package bactrian.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * An instruction document that has come in.
 *
 * @param source where from, for people, for example {@code inbox:awork/setprio/prio.csv}
 * @param fileName the document's name below {@code archive/<job>/}; a plain name, no folders
 * @param format {@code csv}, {@code json} or {@code ndjson}
 * @param provider what the folder, the message or the command line says for rows that name none; so are {@code
 *     operation} and {@code connection}
 * @param sha256 of the document, in hexadecimal
 * @param bytes its size
 * @param identity what makes it the same arrival when it is met again: inbox path and file stamp, message id; empty
 *     where arrivals are never the same
 * @param options further settings of this one job by name, for example {@code again=true}
 */
public record Arrival(
        String source,
        String fileName,
        String format,
        Optional<String> provider,
        Optional<String> operation,
        Optional<String> connection,
        String sha256,
        long bytes,
        Optional<String> identity,
        Map<String, String> options) {

    /** The option that has successes confirmed by reading back. */
    public static final String VERIFY = "verify";

    /** The option that names the schedule which syncs this document. */
    public static final String SYNC = "sync";

    public Arrival {
        options = Map.copyOf(options);
    }

    /** The schedule whose snapshot this is, where only what has changed is sent of it. */
    public Optional<String> syncs() {
        return Optional.ofNullable(options.get(SYNC));
    }
}
