package bactrian.operation;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A connection for tests. Until told otherwise it is named after its provider, has credentials of every kind, is quick where
 * it waits for time to pass, and patient where it waits for a machine that may be slow. Each method changes this draft and
 * gives it back.
 */
public final class ConnectionDraft {
    /** Every credential, until told otherwise. */
    public static final String SECRET = "open-sesame";

    private final String provider;
    private final URI url;
    private String name;
    private Map<String, Secret> secrets = secrets(SECRET);
    private double requestsPerSecond = 100;
    private int workers = 4;
    private OptionalInt idsPerCall = OptionalInt.empty();
    private Duration connectTimeout = Duration.ofSeconds(30);
    private Duration responseTimeout = Duration.ofMinutes(1);
    private int attempts = 5;
    private Duration giveUpAfter = Duration.ofMinutes(10);
    private Duration pollInterval = Duration.ofMillis(100);
    private Duration pollDeadline = Duration.ofMinutes(1);
    private Duration settleDelay = Duration.ofSeconds(1);

    private ConnectionDraft(String provider, URI url) {
        this.provider = provider;
        this.url = url;
        this.name = provider;
    }

    public static ConnectionDraft to(String provider, URI url) {
        return new ConnectionDraft(provider, url);
    }

    public ConnectionDraft named(String other) {
        name = other;
        return this;
    }

    public ConnectionDraft secret(String other) {
        secrets = secrets(other);
        return this;
    }

    public ConnectionDraft secret(Secret token) {
        secrets = Map.of("token", token);
        return this;
    }

    public ConnectionDraft withoutSecrets() {
        secrets = Map.of();
        return this;
    }

    public ConnectionDraft requestsPerSecond(double most) {
        requestsPerSecond = most;
        return this;
    }

    /** Calls in flight at once. */
    public ConnectionDraft workers(int most) {
        workers = most;
        return this;
    }

    public ConnectionDraft idsPerCall(int most) {
        idsPerCall = OptionalInt.of(most);
        return this;
    }

    public ConnectionDraft connectTimeout(Duration longest) {
        connectTimeout = longest;
        return this;
    }

    public ConnectionDraft responseTimeout(Duration longest) {
        responseTimeout = longest;
        return this;
    }

    public ConnectionDraft attempts(int most) {
        attempts = most;
        return this;
    }

    public ConnectionDraft giveUpAfter(Duration longest) {
        giveUpAfter = longest;
        return this;
    }

    public ConnectionDraft pollInterval(Duration pause) {
        pollInterval = pause;
        return this;
    }

    public ConnectionDraft pollDeadline(Duration longest) {
        pollDeadline = longest;
        return this;
    }

    public ConnectionDraft settleDelay(Duration delay) {
        settleDelay = delay;
        return this;
    }

    public Connection connection() {
        Limits limits = new Limits(
                requestsPerSecond,
                workers,
                idsPerCall,
                connectTimeout,
                responseTimeout,
                attempts,
                giveUpAfter,
                pollInterval,
                pollDeadline,
                64,
                settleDelay);
        return new Connection(name, provider, url, secrets, Map.of("org-id", "1"), limits);
    }

    private static Map<String, Secret> secrets(String secret) {
        return Map.of("api-key", Secret.of(secret), "token", Secret.of(secret));
    }
}
