package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.dispatch.Standing.Recovery;
import bactrian.dispatch.Standing.Repeat;
import bactrian.dispatch.Standing.Weather;
import bactrian.ledger.Trace;
import bactrian.outcome.Outcome;
import bactrian.provider.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RetryRulesTest {
    private static final int MAX_ATTEMPTS = 5;

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTable() throws IOException {
        try (InputStream rows = getClass().getResourceAsStream("retry-rules.yaml")) {
            JsonNode table = new YAMLMapper().readTree(Objects.requireNonNull(rows));
            return StreamSupport.stream(table.spliterator(), false).flatMap(row -> standings(row)
                    .map(standing -> dynamicTest(row.get("attempt").asText() + " " + standing, () -> assertThat(
                                    words(RetryRules.after(standing, attempt(row))))
                            .isEqualTo(row.get("then").asText()))));
        }
    }

    @Test
    void anEditThatFailsInDoubtSaysThatARepeatIsSafe() {
        Standing last = new Standing(Repeat.SAFE, Recovery.IMPOSSIBLE, Weather.WELL, MAX_ATTEMPTS, MAX_ATTEMPTS);

        Next next = RetryRules.after(last, answered(500));

        assertThat(((Next.Settle) next).outcome().message()).contains("may have been applied; a repeat is safe");
    }

    @Test
    void aConflictIsRepeatedEvenWhereALostAnswerIsNot() {
        Standing unsafe = new Standing(Repeat.UNSAFE, Recovery.IMPOSSIBLE, Weather.WELL, 1, MAX_ATTEMPTS);

        Next next = RetryRules.afterConflict(unsafe, "concurrency-violation");

        assertThat(words(next)).isEqualTo("repeat refused");
    }

    private static Stream<Standing> standings(JsonNode row) {
        return Stream.of(Repeat.values())
                .filter(repeat -> !row.has("safe") || row.get("safe").asBoolean() == (repeat == Repeat.SAFE))
                .flatMap(repeat -> Stream.of(Recovery.values())
                        .filter(recovery -> !row.has("recovery")
                                || row.get("recovery").asBoolean() == (recovery == Recovery.POSSIBLE))
                        .flatMap(recovery -> Stream.of(Weather.values())
                                .filter(lane -> !row.has("lane")
                                        || lane.name()
                                                .equalsIgnoreCase(
                                                        row.get("lane").asText()))
                                .flatMap(lane -> Stream.of(1, 2, 4, 5, 9)
                                        .filter(made -> !row.has("made")
                                                || row.get("made").asInt() == made)
                                        .map(made -> new Standing(repeat, recovery, lane, made, MAX_ATTEMPTS)))));
    }

    private static Attempt attempt(JsonNode row) {
        return switch (row.get("attempt").asText()) {
            case "never-sent" -> new NeverSent("connection refused");
            case "lost-timeout" -> new Lost(Loss.TIMEOUT, "no answer in time");
            case "lost-broken" -> new Lost(Loss.BROKEN, "connection reset");
            default -> answered(row.get("attempt").asInt());
        };
    }

    private static Answered answered(int status) {
        return new Answered(new Reply(status, Map.of(), ""));
    }

    private static String words(Next next) {
        if (next instanceof Next.Rest rest) {
            return "rest " + rest.code().word() + " " + words(rest.trace());
        }
        if (next instanceof Next.Repeat repeat) {
            return "repeat " + words(repeat.trace());
        }
        if (next instanceof Next.Settle settle) {
            Outcome outcome = settle.outcome();
            return outcome.status().word() + " " + outcome.code().word();
        }
        return next.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String words(Trace trace) {
        return trace.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
