package bactrian.outcome;

import java.util.OptionalLong;

/**
 * What became of one edit.
 *
 * @param message for people; empty where the code says it all
 * @param affected how many things an edit by selection changed, where the provider tells it
 */
public record Outcome(Status status, Code code, String message, OptionalLong affected) {

    private static final Outcome OK = new Outcome(Status.SUCCEEDED, Code.OK, "", OptionalLong.empty());

    public static Outcome succeeded() {
        return OK;
    }

    public static Outcome succeeded(String message) {
        return new Outcome(Status.SUCCEEDED, Code.OK, message, OptionalLong.empty());
    }

    public static Outcome failed(Code code, String message) {
        return new Outcome(Status.FAILED, code, message, OptionalLong.empty());
    }

    public static Outcome skipped(Code code, String message) {
        return new Outcome(Status.SKIPPED, code, message, OptionalLong.empty());
    }

    public static Outcome unknown(String message) {
        return new Outcome(Status.UNKNOWN, Code.OUTCOME_UNKNOWN, message, OptionalLong.empty());
    }

    /** This outcome with the number of things that an edit by selection changed. */
    public Outcome affecting(long count) {
        return new Outcome(status, code, message, OptionalLong.of(count));
    }

    /** What a person can do about it; empty for what succeeded. */
    public String hint() {
        return status == Status.SUCCEEDED ? "" : code.hint();
    }
}
