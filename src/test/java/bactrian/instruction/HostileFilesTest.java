package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.outcome.Code;
import bactrian.outcome.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made, or happen, to hurt. */
class HostileFilesTest {

    @Test
    void aCellWithoutEndIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cell.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id,gloss\nt-1,true\nt-2,\"");
            for (int i = 0; i < 200_000; i++) {
                writer.write("an endless cell, line after line\n");
            }
        }

        Problem refusal = refusal(file, Format.CSV);

        assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal.place().line()).hasValue(3);
    }

    @Test
    void tooManyColumnsAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.writeString(
                file, IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));

        assertThat(refusal(file, Format.CSV).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void manyWrongColumnsAreCountedAndTheFirstListed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("wrong.csv");
        Files.writeString(
                file,
                "id," + IntStream.range(0, 5_000).mapToObj(i -> "glosss" + i).collect(Collectors.joining(",")));

        Findings findings = Samples.instructions().read(document(file, Format.CSV), Transcript.none());

        assertThat(findings.problemCount()).isEqualTo(5_000);
        assertThat(findings.problems()).hasSize(Findings.LISTED);
    }

    @Test
    void deepNestingIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep.json");
        Files.writeString(file, "{\"values\": " + "[".repeat(1_000_000));

        assertThat(refusal(file, Format.JSON).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void aTextOfManyMegabytesOnOneLineIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.json");
        Files.writeString(file, "{\"values\": {\"note\": \"" + "x".repeat(10_000_000) + "\"}}");

        assertThat(refusal(file, Format.JSON).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void anInstructionOfManyMegabytesBesideItsIdsIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.ndjson");
        Files.writeString(file, "\n{\"values\": {\"note\": [" + "1,".repeat(4_000_000) + "1]}}");

        Problem refusal = refusal(file, Format.NDJSON);

        assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal.place().line()).hasValue(2);
    }

    @Test
    void aCellOfDeepJsonFailsItsRowAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.csv");
        Files.writeString(file, "id,gloss,tools\nt-1,true," + "[".repeat(100_000) + "\nt-2,true,a\n");

        Findings findings = Samples.instructions().read(document(file, Format.CSV), Transcript.none());

        assertThat(findings.refusal()).isEmpty();
        assertThat(findings.edits()).isEqualTo(2);
        assertThat(findings.invalid()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileIsUnreadable(@TempDir Path folder) throws IOException {
        Path named = Files.createDirectory(folder.resolve("folder.csv"));

        assertThat(refusal(named, Format.CSV).code()).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(named, Format.JSON).code()).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(folder.resolve("gone.csv"), Format.CSV).message()).isEqualTo("There is no such file.");
    }

    private static Problem refusal(Path file, Format format) {
        return Samples.instructions()
                .read(document(file, format), Transcript.none())
                .refusal()
                .orElseThrow();
    }

    private static Document document(Path file, Format format) {
        return new Document(
                file, format, Defaults.ofFolder(Path.of("house/paint")), StandardCharsets.UTF_8, ZoneOffset.UTC);
    }
}
