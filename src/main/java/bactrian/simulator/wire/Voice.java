package bactrian.simulator.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a provider says what has nothing to do with the endpoint asked. */
public interface Voice {

    /** 401: no credentials, or not these. */
    Answer unauthorized();

    /** 429, body only; the headers come from {@link #allowance}. */
    Answer tooManyRequests(double limit, Duration wait);

    /** 400 or what else refuses a whole call for one of its targets. @param named the target, where the answer says which */
    Answer refusal(Optional<String> named);

    /** 500 or 503 in the provider's own form. */
    Answer failing(int status);

    /** 400 for a body that is no JSON object, 415 for one that does not say it is. */
    Answer unreadable(int status);

    /** The provider's rate-limit headers. */
    Map<String, String> allowance(double limit, long remaining, Duration reset);
}
