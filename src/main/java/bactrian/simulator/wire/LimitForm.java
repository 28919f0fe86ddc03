package bactrian.simulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The ways in which a 429 says how long to wait. */
public enum LimitForm {
    /** As the provider does it itself. */
    PROVIDER,
    /** {@code Retry-After: 2}. */
    RETRY_AFTER_SECONDS,
    /** {@code Retry-After: Sun, 22 Nov 2026 02:20:55 GMT}. */
    RETRY_AFTER_DATE,
    /** {@code RateLimit: limit=100, remaining=0, reset=2}. */
    RATE_LIMIT_LIST,
    /** The IETF structured form: {@code RateLimit: "default";r=0;t=2} with {@code RateLimit-Policy}. */
    RATE_LIMIT_STRUCTURED,
    /** {@code RateLimit-Limit}, {@code RateLimit-Remaining}, {@code RateLimit-Reset: 2}. */
    RATE_LIMIT_SPLIT,
    /** {@code x-rate-limit-limit}, {@code x-rate-limit-remaining}, {@code x-rate-limit-reset: 2}. */
    X_RATE_LIMIT,
    /** {@code Retry-After: soon} and {@code RateLimit: ;;=}: nothing that can be read. */
    MALFORMED,
    /** No header at all. */
    NONE;

    /** {@code retry-after-date} and the like. */
    public static LimitForm of(String name) {
        return valueOf(Text.constant(name));
    }

    Map<String, String> headers(Voice voice, double limit, Duration wait, Instant now) {
        long seconds = Allowance.seconds(wait);
        String ceiling = Long.toString((long) Math.max(1, limit));
        String reset = Long.toString(seconds);
        return switch (this) {
            case PROVIDER -> voice.allowance(limit, 0, wait);
            case RETRY_AFTER_SECONDS -> Map.of("Retry-After", reset);
            case RETRY_AFTER_DATE ->
                Map.of(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                now.plusSeconds(seconds).atOffset(ZoneOffset.UTC)));
            case RATE_LIMIT_LIST -> Map.of("RateLimit", "limit=" + ceiling + ", remaining=0, reset=" + reset);
            case RATE_LIMIT_STRUCTURED ->
                Map.of(
                        "RateLimit",
                        "\"default\";r=0;t=" + reset,
                        "RateLimit-Policy",
                        "\"default\";q=" + ceiling + ";w=1");
            case RATE_LIMIT_SPLIT ->
                Map.of("RateLimit-Limit", ceiling, "RateLimit-Remaining", "0", "RateLimit-Reset", reset);
            case X_RATE_LIMIT ->
                Map.of("x-rate-limit-limit", ceiling, "x-rate-limit-remaining", "0", "x-rate-limit-reset", reset);
            case MALFORMED -> Map.of("Retry-After", "soon", "RateLimit", ";;=");
            case NONE -> Map.of();
        };
    }
}
