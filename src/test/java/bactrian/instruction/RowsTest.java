package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents read again as they stand. */
class RowsTest {

    @Test
    void csvRowsAreTheRowsThatWereRead(@TempDir Path folder) throws IOException {
        Document document = document(
                folder, Format.CSV, "\uFEFFid; gloss;note;\r\na;yes;\"x;\ny\";\r\n;;\r\nb\r\n\r\nc;1;2;3;4\r\n");

        List<List<String>> rows = new ArrayList<>();
        try (TableRows csv = TableRows.open(document)) {
            assertThat(csv.header()).containsExactly("id", " gloss", "note");
            assertThat(csv.delimiter()).isEqualTo(';');
            while (csv.next()) {
                rows.add(csv.cells());
            }
        }

        assertThat(rows).containsExactly(List.of("a", "yes", "x;\ny"), List.of("b", "", ""), List.of("c", "1", "2"));
    }

    @Test
    void csvThatCannotBeReadSaysWhy(@TempDir Path folder) throws IOException {
        Document document = document(folder, Format.CSV, "id\n\"a\n");

        try (TableRows csv = TableRows.open(document)) {
            assertThatThrownBy(csv::next).isInstanceOf(IOException.class).hasMessageContaining("Unclosed quoted field");
        }
    }

    @Test
    void jsonRowsKeepWhatWasWritten(@TempDir Path folder) throws IOException {
        Document document = document(
                folder,
                Format.NDJSON,
                """
                {"ids": ["A", 1], "values": {"b": 1, "a": 2}, "reference": "r"}
                {"where": "x"}
                {"ids": "a"}
                {"ids": []}
                """);

        assertThat(jsonRows(document))
                .containsExactly(
                        "1 {\"values\":{\"b\":1,\"a\":2},\"reference\":\"r\"} [\"A\", 1]",
                        "2 {\"where\":\"x\"} []",
                        "3 {\"ids\":\"a\"} []",
                        "4 {} []");
    }

    @Test
    void manyIdsComeInOrderFromEveryInstruction(@TempDir Path folder) throws IOException {
        String ids = IntStream.range(0, 5_000).mapToObj(i -> "\"ä" + i + "\"").collect(Collectors.joining(", "));
        Document document = document(
                folder,
                Format.JSON,
                "\uFEFF[{\"ids\": [" + ids + "], \"values\": 1},\n{\"ids\": [\"z\"]}, {\"ids\": [" + ids + "]}]");

        assertThat(jsonRows(document))
                .containsExactly("1 {\"values\":1} [" + ids + "]", "2 {} [\"z\"]", "3 {} [" + ids + "]");
    }

    private static List<String> jsonRows(Document document) throws IOException {
        List<String> rows = new ArrayList<>();
        try (JsonRows json = JsonRows.open(document)) {
            while (json.next()) {
                List<JsonNode> ids = new ArrayList<>();
                for (var id = json.nextId(); id.isPresent(); id = json.nextId()) {
                    ids.add(id.get());
                }
                rows.add(json.row() + " " + json.instruction() + " " + ids);
            }
        }
        return rows;
    }

    private static Document document(Path folder, Format format, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("document"), text);
        return new Document(file, format, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC);
    }
}
