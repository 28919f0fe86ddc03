package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON or NDJSON document of flat objects as a table: an object a row, a column for every name that any of them has.
 * What is missing or null is an empty cell; lists and objects within stay JSON.
 */
final class JsonRecords implements Records {
    private final JsonInstructions objects;
    private final List<String> names;
    private boolean headerGiven;

    private JsonRecords(JsonInstructions objects, List<String> names) {
        this.objects = objects;
        this.names = names;
    }

    static JsonRecords open(Document document) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (JsonInstructions first = JsonInstructions.rows(document)) {
            for (var object = first.next(); object.isPresent(); object = first.next()) {
                object.get().head().fieldNames().forEachRemaining(names::add);
                if (names.size() > CsvRecords.MOST_CELLS) {
                    throw CsvRecords.tooManyCells(object.get().line());
                }
            }
        }
        return new JsonRecords(JsonInstructions.rows(document), List.copyOf(names));
    }

    @Override
    public Optional<Cells> next() throws IOException {
        if (!headerGiven) {
            headerGiven = true;
            return names.isEmpty() ? Optional.empty() : Optional.of(new Cells(1, names));
        }
        return objects.next().map(object -> new Cells(object.line(), cells(object.head())));
    }

    private List<String> cells(ObjectNode object) {
        List<String> cells = new ArrayList<>(names.size());
        for (String name : names) {
            cells.add(text(object.path(name)));
        }
        return cells;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber() && value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
