package bactrian.instruction.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a document become those of an operation.
 *
 * @param name the mapping's own
 * @param provider for rows that name none; so are {@code operation} and {@code connection}
 * @param columns what becomes of each column that is named, in the order of the mapping
 * @param constants values that every row gets, by parameter
 * @param ignored columns that say nothing
 * @param others what becomes of columns that the mapping does not name
 */
public record Mapping(
        String name,
        Optional<String> provider,
        Optional<String> operation,
        Optional<String> connection,
        Map<String, List<Target>> columns,
        Map<String, String> constants,
        Set<String> ignored,
        Others others) {

    public Mapping {
        columns = new LinkedHashMap<>(columns);
        constants = new LinkedHashMap<>(constants);
        ignored = Set.copyOf(ignored);
    }

    /** What becomes of columns that a mapping does not name. */
    public enum Others {
        /** They keep their names, and have to be columns that the operation knows. */
        KEEP,
        /** They say nothing. */
        IGNORE
    }

    /**
     * Where the cells of a column go.
     *
     * @param to a parameter or a reserved column such as {@code id}
     * @param cell how they are read
     * @param presence whether the document may lack the column
     */
    public record Target(String to, CellRule cell, Presence presence) {}

    /** Whether a document may lack a column. */
    public enum Presence {
        NEEDED,
        OPTIONAL
    }

    /**
     * What this mapping makes of a document with these columns.
     *
     * @param header the names as written
     */
    public MappedColumns columns(List<String> header) {
        return MappedColumns.of(this, header);
    }
}
