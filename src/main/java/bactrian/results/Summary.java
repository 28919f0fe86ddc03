package bactrian.results;

import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a job, as in {@code summary.json}.
 *
 * @param state {@code done} or {@code cancelled}
 * @param reference the sender's own id of the whole document
 * @param rows every edit is counted exactly once
 * @param calls distinct calls sent
 * @param retries their further attempts
 * @param startedAt empty where the job was cancelled before it started
 * @param codes edits by code, {@code ok} left out, most frequent first
 */
public record Summary(
        String job,
        String source,
        String sha256,
        JobState state,
        Optional<String> reference,
        Tally rows,
        long calls,
        long retries,
        Optional<Instant> startedAt,
        Instant finishedAt,
        Map<String, Long> codes) {

    /** The object that {@code summary.json} holds. */
    public ObjectNode toJson() {
        throw new UnsupportedOperationException();
    }

    /** Reads a {@code summary.json}. */
    public static Summary read(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
