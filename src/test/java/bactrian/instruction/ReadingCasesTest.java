package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.mapping.MappingFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Documents and what they are read as. The cases are in the YAML files beside this test. */
class ReadingCasesTest {

    @TestFactory
    Stream<DynamicTest> csv(@TempDir Path folder) throws IOException {
        return cases("csv-cases.yaml", folder, Format.CSV);
    }

    @TestFactory
    Stream<DynamicTest> json(@TempDir Path folder) throws IOException {
        return cases("json-cases.yaml", folder, Format.JSON);
    }

    @TestFactory
    Stream<DynamicTest> ndjson(@TempDir Path folder) throws IOException {
        return cases("ndjson-cases.yaml", folder, Format.NDJSON);
    }

    @TestFactory
    Stream<DynamicTest> mapped(@TempDir Path folder) throws IOException {
        return cases("mapping-cases.yaml", folder, Format.CSV);
    }

    private Stream<DynamicTest> cases(String name, Path folder, Format format) throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
            List<DynamicTest> tests = new ArrayList<>();
            new YAMLMapper()
                    .readTree(file)
                    .forEach(one -> tests.add(
                            DynamicTest.dynamicTest(one.path("case").asText(), () -> check(one, folder, format))));
            assertThat(tests).isNotEmpty();
            return tests.stream();
        }
    }

    private void check(JsonNode one, Path folder, Format format) throws IOException {
        Charset charset = Charset.forName(one.path("charset").asText("UTF-8"));
        Path file = Files.writeString(
                Files.createTempFile(folder, "case", ".txt"),
                one.path("file").asText(),
                Charset.forName(one.path("written").asText(charset.name())));
        Document written = new Document(
                file,
                one.has("format") ? Format.ofWord(one.path("format").asText()) : format,
                Defaults.ofFolder(Path.of(one.path("folder").asText(""))),
                charset,
                ZoneId.of(one.path("zone").asText("UTC")));
        Document document = one.has("mapping")
                ? written.mapped(new MappingFile("case", one.path("mapping").asText()))
                : written;
        Transcript transcript = Transcript.none();

        Findings findings = Samples.instructions().read(document, transcript);

        SoftAssertions softly = new SoftAssertions();
        if (one.has("refused")) {
            softly.assertThat(findings.refusal().map(Transcript::line))
                    .contains(one.path("refused").asText());
        } else {
            softly.assertThat(findings.refusal()).isEmpty();
            softly.assertThat(transcript.lines()).containsExactlyElementsOf(texts(one.path("edits")));
        }
        if (one.has("problems") || !one.has("refused")) {
            softly.assertThat(findings.problems().stream().map(Transcript::line))
                    .containsExactlyElementsOf(texts(one.path("problems")));
        }
        for (String hint : texts(one.path("hints"))) {
            softly.assertThat(findings.problems())
                    .anyMatch(problem -> problem.hint().contains(hint));
        }
        softly.assertAll();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
