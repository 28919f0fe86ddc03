package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever way a table is written, the same table is read. */
class CsvDialectsTest {

    /** A way to write CSV. */
    record Dialect(
            String delimiter, String lineEnd, Charset charset, String mark, boolean trailing, boolean blankLines) {

        String write(List<List<String>> table) {
            return table.stream()
                    .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(delimiter))
                            + (trailing ? delimiter : "")
                            + lineEnd
                            + (blankLines ? lineEnd : ""))
                    .collect(Collectors.joining("", mark, ""));
        }

        private String quoted(String cell) {
            boolean plain = cell.matches("[A-Za-z0-9 äж_.-]*");
            return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
        }
    }

    @Property(tries = 200)
    void aTableIsReadHoweverItIsWritten(@ForAll("dialects") Dialect dialect, @ForAll("notes") List<String> notes)
            throws IOException {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("id", "note", "_x", "gloss"));
        for (int i = 0; i < notes.size(); i++) {
            table.add(List.of("t-" + i, notes.get(i), notes.get(i), "yes"));
        }
        Path file = Files.createTempFile("dialect", ".csv");
        try {
            Files.write(file, dialect.write(table).getBytes(dialect.charset()));

            Map<String, String> read = new TreeMap<>();
            Findings findings = Samples.instructions().read(document(file), new EditSink() {
                @Override
                public void edit(bactrian.operation.Edit edit) {
                    JsonNode note = edit.change().values().path("note");
                    read.put(edit.target(), note.isTextual() ? note.textValue() : "(none)");
                }

                @Override
                public void invalid(long ordinal, bactrian.outcome.Problem problem) {
                    read.put("!" + ordinal, problem.message());
                }
            });

            Map<String, String> written = new TreeMap<>();
            for (int i = 0; i < notes.size(); i++) {
                written.put("t-" + i, notes.get(i).isBlank() ? "(none)" : notes.get(i));
            }
            assertThat(findings.problems()).isEmpty();
            assertThat(read).isEqualTo(written);
        } finally {
            Files.delete(file);
        }
    }

    private static Document document(Path file) {
        return new Document(
                file, Format.CSV, Defaults.ofFolder(Path.of("house/paint")), StandardCharsets.UTF_8, ZoneOffset.UTC);
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        Arbitrary<Dialect> marked = Combinators.combine(
                        Arbitraries.of(",", ";", "\t", "|"),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((delimiter, end, charset, trailing, blank) ->
                        new Dialect(delimiter, end, charset, "\uFEFF", trailing, blank));
        Arbitrary<Dialect> unmarked = Combinators.combine(
                        Arbitraries.of(",", ";", "\t", "|"), Arbitraries.of("\n", "\r\n", "\r"))
                .as((delimiter, end) -> new Dialect(delimiter, end, StandardCharsets.UTF_8, "", false, false));
        return Arbitraries.oneOf(marked, unmarked);
    }

    @Provide
    Arbitrary<List<String>> notes() {
        return Arbitraries.strings()
                .withChars("ab1 ,;|\t\"\n\r#äж[{_.=")
                .ofMaxLength(12)
                .filter(note -> !note.strip().equals(CellText.CLEAR))
                .list()
                .ofMaxSize(12);
    }
}
