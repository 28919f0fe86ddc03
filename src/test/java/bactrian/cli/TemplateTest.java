package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.EditSink;
import bactrian.instruction.Findings;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Edit;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import bactrian.outcome.Problem;
import bactrian.provider.Providers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code template} prints is accepted as it is, for every operation there is. */
class TemplateTest {

    private static final Catalogue CATALOGUE = Providers.shipped().catalogue();
    private static final EditSink NOBODY = new EditSink() {
        @Override
        public void edit(Edit edit) {}

        @Override
        public void invalid(long ordinal, Problem problem) {}
    };

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyTemplateIsAccepted() {
        return CATALOGUE.all().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check(operation)));
    }

    private void check(Operation operation) throws IOException {
        Path file = Files.writeString(folder.resolve(operation + ".csv"), new Template(operation).csv());

        Findings findings = new Instructions(CATALOGUE, connections())
                .read(new Document(file, Format.CSV, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC), NOBODY);

        assertThat(findings.problems()).isEmpty();
        assertThat(findings.edits()).isEqualTo(1);
    }

    private static Connections connections() {
        return Connections.of(CATALOGUE.providers().stream()
                .map(name ->
                        new Connection(name, name, URI.create("http://127.0.0.1"), Map.of(), Map.of(), Limits.at(1)))
                .toList());
    }
}
