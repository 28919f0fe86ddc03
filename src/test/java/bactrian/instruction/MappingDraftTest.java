package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.mapping.MappingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingDraftTest {
    private static final Defaults PAINT = new Defaults(Optional.of("house"), Optional.of("paint"), Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatCanBeGuessedIsFilledIn() throws IOException {
        Document document = document(
                PAINT, "Wall;Gloss?;Coats;Until when;Remarks of all kinds\nt-1;ja;2;01.12.2026;x\nt-2;nein;3;;y\n");

        String draft = Samples.instructions().draft(document);

        assertThat(draft).contains("  Wall: id\n");
        assertThat(draft)
                .contains("    to: gloss\n    values:   # to true or false\n      ja: true\n      nein: false\n");
        assertThat(draft).contains("  Coats: coats\n");
        assertThat(draft).contains("    to: until\n    date: dd.MM.yyyy\n    as: date-time\n");
        assertThat(draft).contains("#  Remarks of all kinds: ???\n");
        assertThat(draft).contains("ignore:\n  - Remarks of all kinds\n");
    }

    @Test
    void aDraftWithNothingLeftToDecideCanBeUsed() throws IOException {
        Document document = document(PAINT, "Wall,gloss,Coats\nt-1,yes,2\n");

        MappingFile draft = new MappingFile("draft", Samples.instructions().draft(document));

        Findings findings = Samples.instructions().read(document.mapped(draft), Transcript.none());
        assertThat(draft.read().problems()).isEmpty();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.edits()).isEqualTo(1);
    }

    @Test
    void whatIsLeftToDecideIsRefusedUntilItIs() throws IOException {
        Document document = document(PAINT, "Wall,gloss\nt-1,sometimes\n");

        MappingFile draft = new MappingFile("draft", Samples.instructions().draft(document));

        assertThat(draft.read().problems()).isNotEmpty();
    }

    @Test
    void theOperationWithTheNearestNamesIsGuessed() throws IOException {
        String draft = Samples.instructions().draft(document(Defaults.NONE, "id,room\nt-1,hall\n"));

        assertThat(draft)
                .contains("provider: house")
                .contains("operation: move")
                .contains("??? guessed");
    }

    private Document document(Defaults defaults, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        return new Document(file, Format.CSV, defaults, StandardCharsets.UTF_8, ZoneOffset.UTC);
    }
}
