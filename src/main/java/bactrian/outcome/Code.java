package bactrian.outcome;

import java.util.Arrays;
import java.util.Optional;

/**
 * The stable codes of outcomes and problems, each with what a person can do about it. The words are part of the outer
 * face: they stand in results, summaries, dead letters and answers, and never change their meaning.
 */
public enum Code {
    OK("ok", "Nothing to do."),
    UNCHANGED("unchanged", "Nothing to do: the target already has these values."),
    DESELECTED("deselected", "Nothing to do: somebody took this edit out of the plan."),
    DUPLICATE(
            "duplicate", "This content was run before. Approve the job or run the file with --again if that is meant."),
    APPROVAL("approval", "Look at what the job would do, then approve or cancel it."),

    SYNTAX("syntax", "Correct the file at the place named and drop it again."),
    UNREADABLE("unreadable", "Check that the file exists, is a regular file and may be read."),
    TOO_LARGE("too-large", "Split the input into smaller parts, or raise the limit named."),
    NO_HEADER("no-header", "Put the column names into the first line."),
    DUPLICATE_COLUMN("duplicate-column", "Give every column a name of its own, or start the spare one with _."),
    UNKNOWN_COLUMN("unknown-column", "Correct the name, or start it with _ to have the column ignored."),
    MISSING_COLUMN("missing-column", "Add the column to the file, or correct the mapping that needs it."),
    BAD_MAPPING(
            "bad-mapping", "Correct the mapping at the place named; 'bactrian check' lists all that is wrong with it."),
    RAGGED_ROW("ragged-row", "Give the row as many cells as the header has; quote cells that contain the delimiter."),
    UNKNOWN_PROVIDER("unknown-provider", "Name one of the providers that 'bactrian operations' lists."),
    UNKNOWN_OPERATION("unknown-operation", "Name one of the operations that 'bactrian operations PROVIDER' lists."),
    UNKNOWN_CONNECTION("unknown-connection", "Name a connection that has a file in config/connections."),
    INVALID_VALUE(
            "invalid-value", "Correct the value; 'bactrian operations PROVIDER OPERATION' shows what is allowed."),
    MISSING_VALUE("missing-value", "Fill in the value named."),
    INVALID_ROWS("invalid-rows", "Correct the rows listed, or set bactrian.on-invalid-rows=skip to run the others."),
    MISSING_CREDENTIALS("missing-credentials", "Set the variable named, or write the file named, and start again."),

    NOT_FOUND("not-found", "Check the id; the target may have been deleted or may be out of the account's sight."),
    FORBIDDEN("forbidden", "Give the account the right to change this target, or use another account."),
    UNAUTHORIZED("unauthorized", "Renew the connection's credentials, then resume or retry."),
    REJECTED("rejected", "Correct what the provider's message names, then drop the failed file again."),
    PARTIAL("partial", "Only a part was changed. Look at the targets in the message before repeating."),
    RATE_LIMITED("rate-limited", "Retry later, or lower the connection's requests-per-second."),
    UNAVAILABLE("unavailable", "Retry when the provider can be reached again."),
    TIMEOUT("timeout", "Retry; raise the connection's response-timeout if the provider is slow."),
    OUTCOME_UNKNOWN("outcome-unknown", "Look at the target; if it is unchanged, use 'bactrian retry --unknown'."),
    NOT_APPLIED("not-applied", "The provider accepted the call but the value did not change. Look at the target."),
    STALE("stale", "Somebody changed the target meanwhile. Compare again, or use --force."),
    CANCELLED("cancelled", "The job was cancelled before this edit was sent. Drop the failed file to run it."),
    INTERNAL("internal", "This is a defect of Bactrian. Report it with the log; the edit was not counted as done.");

    private final String word;
    private final String hint;

    Code(String word, String hint) {
        this.word = word;
        this.hint = hint;
    }

    /** The code as it is written in files and answers, for example {@code not-found}. */
    public String word() {
        return word;
    }

    /** What a person can do about it: one or two sentences. */
    public String hint() {
        return hint;
    }

    /** The code that is written as {@code word}. */
    public static Optional<Code> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }
}
