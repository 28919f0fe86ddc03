package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.Attempt.Answered;
import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.provider.Provider;
import bactrian.provider.awork.AworkProvider;
import bactrian.provider.close.CloseProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Providers that repeat the credentials they were sent. */
class EchoTest {
    private static final String KEY = "api_zebra7crossing";
    private static final String SENT = Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.UTF_8));

    private final Echo close = echo(new CloseProvider(), "api-key", KEY);
    private final Echo awork = echo(new AworkProvider(), "token", "token");

    @Test
    void aRefusalShowsNoCredential() {
        assertThat(said(close.hush(OneLane.answer(401, "Basic " + SENT + " is not " + KEY + "."))))
                .isEqualTo("Basic *** is not ***.");
    }

    @Test
    void aSuccessIsTakenAsItIs() {
        assertThat(said(close.hush(OneLane.answer(200, KEY)))).isEqualTo(KEY);
    }

    @Test
    void evidenceOfASuccessShowsNoneEither() {
        assertThat(close.hush("{\"text\": \"" + KEY + "\"}")).isEqualTo("{\"text\": \"***\"}");
    }

    @Test
    void aWordThatStandsAnywhereIsNotTakenForACredential() {
        assertThat(said(awork.hush(OneLane.answer(401, "The token is not valid."))))
                .isEqualTo("The token is not valid.");
    }

    private static String said(Attempt attempt) {
        return ((Answered) attempt).reply().body();
    }

    private static Echo echo(Provider provider, String setting, String secret) {
        Connection connection = new Connection(
                provider.name(),
                provider.name(),
                URI.create("http://localhost"),
                Map.of(setting, Secret.of(secret)),
                Map.of(),
                Limits.at(1));
        return new Echo(Upstream.of(connection, provider));
    }
}
