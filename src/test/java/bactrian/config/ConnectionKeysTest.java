package bactrian.config;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Connection;
import bactrian.operation.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What can be set of a connection. */
class ConnectionKeysTest extends WrittenSettings {

    @Test
    void keysOfAConnectionAreReadByType() throws Exception {
        environment.put("TOKEN", "secret-1");
        connection(
                "second",
                """
                provider=plain
                base-url=https://else.example/v2/
                token={{env:TOKEN}}
                team={{env:TEAM:blue}}
                fields.size=number
                requests-per-second=0.5
                max-concurrent-calls=3
                max-ids-per-call=20
                connect-timeout=500ms
                response-timeout=30s
                max-attempts=2
                give-up-after=10m
                poll-interval=1s
                poll-deadline=24h
                max-split-calls=0
                settle-delay=2d
                """);

        Connection second = load(Map.of()).connections().find("second").orElseThrow();

        assertThat(second.baseUrl()).isEqualTo(URI.create("https://else.example/v2"));
        assertThat(second.secret("token")).contains(Secret.of("secret-1"));
        assertThat(second.options()).containsOnly(Map.entry("team", "blue"), Map.entry("fields.size", "number"));
        assertThat(second.limits().requestsPerSecond()).isEqualTo(0.5);
        assertThat(second.limits().maxConcurrentCalls()).isEqualTo(3);
        assertThat(second.limits().maxIdsPerCall()).isEqualTo(OptionalInt.of(20));
        assertThat(second.limits().connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(second.limits().responseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(second.limits().maxAttempts()).isEqualTo(2);
        assertThat(second.limits().giveUpAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(second.limits().pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.limits().pollDeadline()).isEqualTo(Duration.ofHours(24));
        assertThat(second.limits().maxSplitCalls()).isZero();
        assertThat(second.limits().settleDelay()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void theProviderGivesRateAndAddressWhereTheConnectionSaysNothing() throws Exception {
        connection("plain", "team=red");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.limits().requestsPerSecond()).isEqualTo(7);
        assertThat(plain.baseUrl()).isEqualTo(URI.create("https://plain.example/v1"));
        assertThat(plain.limits().giveUpAfter()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whoWaitsInFrontOfAScreenGivesUpSooner() throws Exception {
        patience = Patience.FOREGROUND;
        connection("plain", "team=red");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.limits().giveUpAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aConnectionsKeysMayBeWrittenWhole() throws Exception {
        application("bactrian.connections.plain.team=red");
        connection("plain", "bactrian.connections.plain.requests-per-second=3");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.option("team")).contains("red");
        assertThat(plain.limits().requestsPerSecond()).isEqualTo(3);
    }
}
