package bactrian.outcome;

import java.util.Optional;

/**
 * What is wrong with an input, said for people: what, where, what was found, what to do.
 *
 * @param found what stands there, shortened, secrets never; empty where nothing does
 */
public record Problem(Code code, Place place, String message, Optional<String> found, String hint) {

    /** A problem whose hint is its code's. */
    public static Problem of(Code code, Place place, String message) {
        return new Problem(code, place, message, Optional.empty(), code.hint());
    }

    /** This problem with what was found there, cut to 80 characters. */
    public Problem found(String text) {
        return new Problem(code, place, message, Optional.of(Shown.of(text, 80)), hint);
    }

    /** This problem with a hint of its own. */
    public Problem hint(String text) {
        return new Problem(code, place, message, found, text);
    }

    /** Where and what, in a line; what to do only as far as this problem's code does not say it. */
    public String told() {
        return place.told(messageWithOwnHint());
    }

    /** The outcome of an edit that fails for this problem and is never sent. */
    public Outcome outcome() {
        return Outcome.failed(code, place.field().map(field -> field + ": ").orElse("") + messageWithOwnHint());
    }

    /** An outcome's hint is always its code's, so what is said about this problem alone goes into the message. */
    private String messageWithOwnHint() {
        String own = hint.endsWith(code.hint())
                ? hint.substring(0, hint.length() - code.hint().length()).strip()
                : hint;
        return own.isEmpty() ? message : Sentence.of(message) + " " + own;
    }
}
