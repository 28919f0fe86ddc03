package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import bactrian.provider.Providers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue that comes with Bactrian can be read into. */
class ShippedCatalogueTest {

    static Stream<Operation> operations() {
        return Providers.shipped().catalogue().all().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyStandardValueFitsItsSchema(Operation operation) {
        Form form = new Form(operation);

        for (Parameter parameter : operation.parameters()) {
            parameter.filledIn().ifPresent(value -> assertThat(
                            form.schema(parameter.name()).orElseThrow().fault(value))
                    .as("%s of %s", parameter.name(), operation)
                    .isEmpty());
        }
    }

    @Test
    void everyTypeThatAConnectionMayNameIsKnown() {
        List<String> words = Providers.shipped().all().stream()
                .flatMap(provider -> provider.profile().settings().stream())
                .filter(setting -> setting.key().equals("fields.*"))
                .flatMap(setting -> setting.words().stream())
                .toList();

        assertThat(words).containsExactlyInAnyOrderElementsOf(Shape.wordsForTypes());
    }

    @Test
    void rowsOfEveryProviderShareOneFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("all.csv"),
                """
                provider,operation,id,isPrio,newDueDate,is_complete,priority.key,summary,tags,values.storyPoints
                awork,setprio,a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d,yes,,,,,,
                awork,setdates,A3F1C9E2-4b7d-4f8a-9c2e-1d2f3b4a5c6d,,2026-12-01,,,,,
                close,update-tasks,task_1,,,true,,,,
                yandex-tracker,update,test-1,,,,minor,Hello,a;b,3.5
                """);
        Document document = new Document(file, Format.CSV, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC);
        Connections connections = Connections.of(List.of(
                connection("awork", Map.of()),
                connection("close", Map.of()),
                connection("yandex-tracker", Map.of("fields.storyPoints", "number"))));
        Transcript transcript = Transcript.none();

        Findings findings = new Instructions(Providers.shipped().catalogue(), connections).read(document, transcript);

        assertThat(findings.problems()).isEmpty();
        assertThat(transcript.lines())
                .containsExactly(
                        "0 awork setprio a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d {\"isPrio\":true}",
                        "1 awork setdates a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6d {\"newDueDate\":\"2026-12-01T00:00:00Z\",\"removeDueDate\":false,\"removeStartDate\":false}",
                        "2 close update-tasks task_1 {\"is_complete\":true}",
                        "3 yandex-tracker update TEST-1 {\"summary\":\"Hello\",\"priority\":{\"key\":\"minor\"},\"tags\":[\"a\",\"b\"],\"values\":{\"storyPoints\":3.5},\"notify\":false}");
    }

    private static Connection connection(String provider, Map<String, String> options) {
        return new Connection(provider, provider, URI.create("http://localhost:1"), Map.of(), options, Limits.at(10));
    }
}
