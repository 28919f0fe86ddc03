package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RateLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:30.400Z");

    @TestFactory
    Stream<DynamicTest> everyFormIsRead() throws IOException {
        JsonNode cases = new YAMLMapper()
                .readTree(Files.readString(Path.of("src/test/resources/bactrian/provider/rate-limits.yaml")));
        return cases.valueStream()
                .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> {
                    TreeMap<String, List<String>> headers = new TreeMap<>();
                    one.path("headers")
                            .properties()
                            .forEach(header -> headers.put(
                                    header.getKey(), List.of(header.getValue().asText())));
                    Reply reply = new Reply(one.path("status").asInt(), headers, "");

                    Optional<String> wait = RateLimits.wait(reply, NOW).map(Duration::toString);

                    assertThat(wait.orElse("none")).isEqualTo(one.path("wait").asText());
                }));
    }

    @Property
    void whateverStandsThereIsReadOrIgnored(
            @ForAll("headers") Map<String, List<String>> headers, @ForAll("statuses") int status) {
        Optional<Duration> wait = RateLimits.wait(new Reply(status, headers, ""), NOW);

        assertThat(wait.orElse(Duration.ofMillis(1))).isPositive().isLessThanOrEqualTo(RateLimits.LONGEST);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> headers() {
        Arbitrary<String> names = Arbitraries.of(
                "Retry-After",
                "RateLimit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "X-Rate-Limit-Remaining",
                "X-Rate-Limit-Reset",
                "X-RateLimit-Remaining-Second",
                "X-RateLimit-Remaining-Minute");
        Arbitrary<String> pieces = Arbitraries.of(
                "limit=",
                "remaining=",
                "reset=",
                ",",
                ";",
                "r=",
                "t=",
                "0",
                "5",
                "-",
                ".",
                "\"",
                "(",
                ")",
                ":",
                "?1",
                "@",
                "*",
                " ",
                "é",
                "99999999999999999999",
                "999999999999999",
                "1795316450123",
                "NaN",
                "Sun, 22 Nov 2026 03:01:00 GMT");
        Arbitrary<String> values = Arbitraries.oneOf(
                pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(12));
        return Arbitraries.maps(names, values.list().ofMinSize(1).ofMaxSize(2)).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(200, 207, 429, 503);
    }
}
