package bactrian.instruction.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.outcome.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mappings with mistakes and what is said of them. The cases are in the YAML file beside this test. */
class MappingMistakesTest {

    @TestFactory
    Stream<DynamicTest> allMistakesAreFoundAtOnceEachWithItsLine() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("mistakes.yaml"))) {
            List<DynamicTest> tests = new ArrayList<>();
            new YAMLMapper()
                    .readTree(file)
                    .forEach(one ->
                            tests.add(DynamicTest.dynamicTest(one.path("case").asText(), () -> check(one))));
            return tests.stream();
        }
    }

    private static void check(JsonNode one) {
        MappingFile.Reading reading =
                new MappingFile("case", one.path("mapping").asText()).read();

        List<String> expected = new ArrayList<>();
        one.path("problems").forEach(text -> expected.add(text.asText()));
        List<String> said =
                reading.problems().stream().map(MappingMistakesTest::line).toList();
        assertThat(said).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(said.get(i)).startsWith(expected.get(i));
        }
        assertThat(reading.mapping()).isEmpty();
    }

    private static String line(Problem problem) {
        String line =
                problem.place().line().isPresent() ? problem.place().line().getAsLong() + ": " : "";
        return line + problem.message() + " " + problem.hint();
    }
}
