package bactrian.instruction;

import bactrian.outcome.Invisible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of a CSV document, in their order. Empty columns at the end, which a trailing delimiter makes, are none. */
final class CsvHeader {
    private final List<String> names;
    private final List<Column> columns;

    private CsvHeader(List<String> names, List<Column> columns) {
        this.names = names;
        this.columns = columns;
    }

    static CsvHeader of(List<String> cells) {
        int width = cells.size();
        while (width > 0 && Invisible.strip(cells.get(width - 1)).isEmpty()) {
            width--;
        }
        List<String> names = List.copyOf(cells.subList(0, width));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = Invisible.strip(names.get(i));
            columns.add(new Column(i, name, Column.Role.of(name)));
        }
        return new CsvHeader(names, columns);
    }

    /** This header with some columns ignored. */
    CsvHeader ignoring(Set<Column> ignored) {
        return new CsvHeader(
                names,
                columns.stream()
                        .map(column -> ignored.contains(column)
                                ? new Column(column.index(), column.name(), Column.Role.IGNORED)
                                : column)
                        .toList());
    }

    /** Names as written. */
    List<String> names() {
        return names;
    }

    int width() {
        return columns.size();
    }

    List<Column> columns() {
        return columns;
    }

    List<Column> columns(Column.Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The first column of a role. */
    Optional<Column> column(Column.Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    /** The cells of a row where it has as many as the header; more are forgiven where they are empty. */
    Optional<List<String>> fit(List<String> cells) {
        if (cells.size() < width()) {
            return Optional.empty();
        }
        for (int i = width(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(cells.size() == width() ? cells : cells.subList(0, width()));
    }
}
