package bactrian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import bactrian.simulator.wire.LimitForm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final String BODY = "{'is_complete': true}";

    private Simulators simulators;
    private Caller close;

    @BeforeEach
    void start() {
        simulators = Simulators.start(
                SimulatorOptions.standard().clock(Clock.fixed(Instant.parse("2026-11-22T02:20:53Z"), ZoneOffset.UTC)));
        close = Caller.close(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS, 429, false",
        "UNAUTHORIZED, 401, false",
        "REFUSED, 400, false",
        "REFUSED_BY_NAME, 400, false",
        "ERROR_BEFORE, 500, false",
        "ERROR_AFTER, 500, true",
        "BAD_GATEWAY_BEFORE, 502, false",
        "BAD_GATEWAY_AFTER, 502, true",
        "UNAVAILABLE, 503, false",
        "DELAY_BEFORE, 200, true",
        "DELAY_AFTER, 200, true",
        "EMPTY_BODY, 200, true",
        "TRUNCATED_JSON, 200, true",
        "UNEXPECTED_JSON, 200, true"
    })
    void anAnswerIsSpoiled(Effect effect, int status, boolean applied) throws Exception {
        simulators.closeSimulator().faults().add(Fault.once(effect).pausing(Duration.ofMillis(5)));

        Caller.Told told = close.put("/task/task_1/", BODY);

        assertThat(told.status()).isEqualTo(status);
        assertThat(complete("task_1")).isEqualTo(applied);
        assertThat(simulators.closeSimulator().log().entries().get(0).fault()).contains(effect);
        assertThat(simulators.closeSimulator().log().entries().get(0).applied()).isEqualTo(applied ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"RESET_BEFORE, false", "RESET_AFTER, true", "CUT_SHORT, true"})
    void aConnectionIsDropped(Effect effect, boolean applied) {
        simulators.closeSimulator().faults().add(Fault.once(effect).on("PUT", "/task/"));

        assertThatThrownBy(() -> close.put("/task/task_1/", BODY)).isInstanceOf(IOException.class);

        assertThat(complete("task_1")).isEqualTo(applied);
        assertThat(simulators.closeSimulator().log().total()).isEqualTo(1);
    }

    @Test
    void theNextRequestFindsTheServerWell() throws Exception {
        simulators.closeSimulator().faults().add(Fault.once(Effect.RESET_BEFORE));
        assertThatThrownBy(() -> close.put("/task/task_1/", BODY)).isInstanceOf(IOException.class);

        assertThat(close.put("/task/task_1/", BODY).status()).isEqualTo(200);
    }

    @Test
    void aGatewayAnswersInHtml() throws Exception {
        simulators.closeSimulator().faults().add(Fault.once(Effect.BAD_GATEWAY_BEFORE));

        Caller.Told told = close.put("/task/task_1/", BODY);

        assertThat(told.header("Content-Type")).isEqualTo("text/html");
        assertThat(told.body()).contains("502 Bad Gateway");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROVIDER              | RateLimit           | limit=1, remaining=0, reset=2
                    RETRY_AFTER_SECONDS   | Retry-After         | 2
                    RETRY_AFTER_DATE      | Retry-After         | Sun, 22 Nov 2026 02:20:55 GMT
                    RATE_LIMIT_LIST       | RateLimit           | limit=1, remaining=0, reset=2
                    RATE_LIMIT_STRUCTURED | RateLimit           | "default";r=0;t=2
                    RATE_LIMIT_SPLIT      | RateLimit-Reset     | 2
                    X_RATE_LIMIT          | x-rate-limit-reset  | 2
                    MALFORMED             | Retry-After         | soon
                    NONE                  | Retry-After         | ''
                    """)
    void a429SaysHowLongToWait(LimitForm form, String header, String value) throws Exception {
        simulators
                .closeSimulator()
                .faults()
                .add(Fault.once(Effect.TOO_MANY_REQUESTS)
                        .pausing(Duration.ofMillis(1500))
                        .saying(form));

        Caller.Told told = close.get("/task/task_1/");

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.header(header)).isEqualTo(value);
        assertThat(told.json().path("error").path("rate_reset").asDouble()).isEqualTo(1.5);
    }

    @Test
    void aFaultStrikesTheRequestsItIsMeantFor() throws Exception {
        simulators
                .closeSimulator()
                .faults()
                .add(Fault.once(Effect.ERROR_BEFORE).on("GET", "task_2").from(2, 2));

        List<Integer> statuses = List.of(
                close.get("/task/task_2/").status(),
                close.get("/task/task_1/").status(),
                close.get("/task/task_2/").status(),
                close.get("/task/task_2/").status(),
                close.get("/task/task_2/").status());

        assertThat(statuses).containsExactly(200, 200, 500, 500, 200);
    }

    @Test
    void aSeededDiceFallsTheSameWayEachTime() {
        List<Integer> first = rolled();
        List<Integer> second = rolled();

        assertThat(first).isEqualTo(second).contains(200, 503);
    }

    private List<Integer> rolled() {
        simulators.closeSimulator().faults().clear();
        simulators.closeSimulator().faults().add(Fault.once(Effect.UNAVAILABLE).sometimes(0.5, 42));
        return IntStream.range(0, 30)
                .mapToObj(n -> {
                    try {
                        return close.get("/task/task_1/").status();
                    } catch (IOException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
    }

    private boolean complete(String task) {
        return simulators
                .closeSimulator()
                .state(task)
                .orElseThrow()
                .path("is_complete")
                .asBoolean();
    }
}
