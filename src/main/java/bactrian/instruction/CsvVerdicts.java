package bactrian.instruction;

import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what the rows of a CSV document ask for. Rows that ask for the same are checked once. */
final class CsvVerdicts {
    private final Defaults defaults;
    private final CsvHeader header;
    private final Addresses addresses;
    private final CellText text;
    private final Checker checker = new Checker();
    private final BoundedCache<List<String>, Verdict> known = new BoundedCache<>();
    private final int[] meaning;
    private final List<Column> parameters;
    private final Map<Form, List<Optional<Field>>> fields = new HashMap<>();

    CsvVerdicts(Document document, CsvHeader header, Addresses addresses) {
        this.defaults = document.defaults();
        this.header = header;
        this.addresses = addresses;
        this.text = new CellText(document.zone());
        this.meaning = header.columns().stream()
                .filter(column -> !column.role().saysNothingOfTheChange())
                .mapToInt(Column::index)
                .toArray();
        this.parameters = header.columns(Column.Role.PARAMETER);
    }

    /** @param cells as many as the header has; those missing count as empty */
    Verdict of(List<String> cells) {
        String[] key = new String[meaning.length];
        int size = 0;
        for (int i = 0; i < meaning.length; i++) {
            key[i] = cell(cells, meaning[i]);
            size += key[i].length();
        }
        List<String> said = Arrays.asList(key);
        Optional<Verdict> before = known.get(said);
        if (before.isPresent()) {
            return before.get();
        }
        Verdict verdict = check(cells, size);
        known.put(said, verdict, size);
        return verdict;
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    private Verdict check(List<String> cells, int size) {
        Address address = addresses.find(new Defaults(
                named(cells, Column.Role.PROVIDER).or(defaults::provider),
                named(cells, Column.Role.OPERATION).or(defaults::operation),
                named(cells, Column.Role.CONNECTION).or(defaults::connection)));
        return address.found()
                .map(found -> check(found, cells, size))
                .orElseGet(() -> Verdict.unfit(address.flaws(), address.known()));
    }

    private Optional<String> named(List<String> cells, Column.Role role) {
        return header.column(role)
                .map(column -> cell(cells, column.index()).strip())
                .filter(name -> !name.isEmpty());
    }

    private Verdict check(Address.Found address, List<String> cells, int size) {
        List<Flaw> flaws = new ArrayList<>();
        Values values = new Values();
        List<Optional<Field>> places = fields.computeIfAbsent(address.form(), this::fields);
        for (int i = 0; i < parameters.size(); i++) {
            String cell = cell(cells, parameters.get(i).index());
            if (!cell.isBlank()) {
                put(address, parameters.get(i).name(), places.get(i), cell, values, flaws);
            }
        }
        Optional<JsonNode> where = named(cells, Column.Role.WHERE)
                .flatMap(cell -> read(cell, "where", address.form().whereShape(), flaws));
        return checker.check(address, values.gathered(), where, flaws, size);
    }

    private List<Optional<Field>> fields(Form form) {
        return parameters.stream().map(column -> form.field(column.name())).toList();
    }

    private void put(
            Address.Found address, String name, Optional<Field> place, String cell, Values values, List<Flaw> flaws) {
        if (place.isEmpty()) {
            flaws.add(Flaw.in(name, Code.UNKNOWN_COLUMN, address.form().operation() + " has no such parameter.")
                    .found(cell)
                    .hint("Leave the cell empty in this row."));
            return;
        }
        Shape shape = place.get().shapeFor(address.connection());
        Optional<JsonNode> value = read(cell, name, shape, flaws);
        if (value.isPresent() && !values.put(place.get(), value.get())) {
            flaws.add(Flaw.in(name, Code.INVALID_VALUE, "Another column of this row gives the same value.")
                    .hint("Give a value once: whole, or by its fields."));
        }
    }

    private Optional<JsonNode> read(String cell, String name, Shape shape, List<Flaw> flaws) {
        Parsed parsed = text.read(cell, shape);
        if (parsed.value().isEmpty()) {
            flaws.add(Flaw.in(name, Code.INVALID_VALUE, parsed.fault()).found(cell));
        }
        return parsed.value();
    }
}
