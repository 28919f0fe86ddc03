package bactrian.cli;

import bactrian.operation.Operation;
import bactrian.operation.Operation.Selector;
import bactrian.operation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A CSV file to start from: every column an operation knows, and a row that would be accepted. */
final class Template {

    private final Operation operation;

    Template(Operation operation) {
        this.operation = operation;
    }

    String csv() {
        boolean byIds = operation.selectors().contains(Selector.IDS);
        Optional<JsonNode> where = byIds ? Optional.empty() : operation.exampleWhere();
        ObjectNode values = operation.example();

        List<String> header = new ArrayList<>(List.of("provider", "operation", byIds ? "id" : "where"));
        List<String> row = new ArrayList<>(List.of(
                operation.provider(),
                operation.name(),
                where.map(Template::cell).orElseGet(() -> operation.targetForm().example())));
        for (Parameter parameter : operation.parameters()) {
            header.add(parameter.name());
            row.add(Optional.ofNullable(values.get(parameter.name()))
                    .map(Template::cell)
                    .orElse(""));
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            csv.writeRecord(row);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        return value instanceof TextNode ? value.asText() : value.toString();
    }
}
