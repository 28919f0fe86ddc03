package bactrian.cli;

import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.TableRows;
import bactrian.outcome.Invisible;
import bactrian.proof.Comparison;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every edit with its values before: the original columns, then {@code _before.<field>}. */
final class ComparedCsv {

    private ComparedCsv() {}

    static void write(Path file, Document document, Comparison comparison) throws IOException {
        boolean csv = document.format() == Format.CSV;
        Path half = file.resolveSibling("." + file.getFileName());
        try (Writer text = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
            text.write(Invisible.BYTE_ORDER_MARK);
            Optional<TableRows> rows = csv ? Optional.of(TableRows.open(document)) : Optional.empty();
            char delimiter = rows.map(TableRows::delimiter).orElse(',');
            CsvWriter writer = CsvWriter.builder()
                    .fieldSeparator(delimiter)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text);
            writer.writeRecord(header(rows, comparison.fields()));
            comparison.into(line -> writer.writeRecord(record(line, rows, comparison.fields())));
            writer.close();
            if (rows.isPresent()) {
                rows.get().close();
            }
        }
        Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> header(Optional<TableRows> rows, List<String> fields) {
        List<String> header = new ArrayList<>(
                rows.map(TableRows::header).orElse(List.of("provider", "operation", "connection", "id")));
        header.addAll(List.of("_row", "_state", "_message"));
        fields.forEach(field -> header.add("_before." + field));
        fields.forEach(field -> header.add("_after." + field));
        return header;
    }

    private static List<String> record(ObjectNode line, Optional<TableRows> rows, List<String> fields)
            throws IOException {
        List<String> record = new ArrayList<>();
        if (rows.isPresent()) {
            rows.get().next();
            record.addAll(rows.get().cells());
        } else {
            List.of("provider", "operation", "connection", "id")
                    .forEach(name -> record.add(line.path(name).asText("")));
        }
        record.add(line.path("row").asText());
        record.add(line.path("state").asText());
        record.add(line.path("message").asText(""));
        fields.forEach(field -> record.add(cell(line.path("before").path(field))));
        for (String field : fields) {
            JsonNode after = line.path("before").path(field);
            for (JsonNode change : line.path("changes")) {
                after = change.path("field").asText().equals(field) ? change.path("after") : after;
            }
            record.add(cell(after));
        }
        return record;
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        return value.isNull() ? "#N/A" : value.isTextual() ? value.textValue() : value.toString();
    }
}
