package bactrian.provider;

import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One provider's language, spoken under the settings of one connection. Pure: what goes in says all.
 *
 * <p>Answers with status 401, 429 and 5xx never arrive here: what follows from them is the same for every provider and
 * is decided by the dispatcher, which asks only {@link #retryAfter} of a 429.
 */
public interface Dialect {

    /**
     * A question that changes nothing, costs the provider little and needs the credentials. Asked before anything is sent
     * to a provider that was away.
     */
    Request probe();

    /** Headers that prove who asks. Called only when nothing is missing; their values are masked wherever shown. */
    Map<String, String> authorization();

    /** Writes a call as an HTTP request, without credentials. */
    Request write(Call call);

    /** Reads the answer to a call. */
    Reading read(Call call, Reply reply);

    /** Writes the next question about a call that is being followed. A {@code GET} or another safe request. */
    Request ask(Call call, Pursuit pursuit);

    /**
     * Reads the answer to a question.
     *
     * @param age how long the call has been followed
     */
    Reading read(Call call, Pursuit pursuit, Duration age, Reply reply);

    /**
     * How to find out what became of a call whose answer was lost and that is not safe to repeat. Empty where the
     * provider cannot tell.
     */
    default Optional<Pursuit> recovery(LostCall lost) {
        return Optional.empty();
    }

    /**
     * How the present values of the targets of an operation are read. Empty where the provider does not show them; then
     * its edits can be neither compared, captured, verified nor undone.
     */
    default Optional<Reads> reads(String operation) {
        return Optional.empty();
    }

    /** What a repeat's answer means where an earlier attempt may have been applied already; the reading by default. */
    default Reading afterLostAnswer(Call call, Reading reading) {
        return reading;
    }

    /** How long an answer asks to wait, beyond the header forms that {@link RateLimits} reads for everybody. */
    default Optional<Duration> retryAfter(Reply reply) {
        return Optional.empty();
    }
}
