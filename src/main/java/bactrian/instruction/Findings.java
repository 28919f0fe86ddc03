package bactrian.instruction;

import bactrian.outcome.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a document came to.
 *
 * @param refusal why the document is refused whole; then nothing of it may be sent, whatever the sink was given
 * @param problems of rows and of the document, in order, at most 1 000
 * @param problemCount how many there are in all
 * @param edits valid and invalid ones
 * @param invalid how many of them fail alone
 */
public record Findings(Optional<Problem> refusal, List<Problem> problems, long problemCount, long edits, long invalid) {

    /** How many problems are listed at most. */
    public static final int LISTED = 1_000;

    public Findings {
        problems = List.copyOf(problems);
    }
}
