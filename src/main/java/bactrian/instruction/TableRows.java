package bactrian.instruction;

import bactrian.instruction.mapping.MappingFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The data rows of a document as they stand, for results beside them. */
public final class TableRows implements AutoCloseable {
    private final Records records;
    private final TableColumns columns;
    private List<String> cells = List.of();

    private TableRows(Records records, TableColumns columns) {
        this.records = records;
        this.columns = columns;
    }

    /** @throws IOException also where the document cannot be read as a table */
    public static TableRows open(Document document) throws IOException {
        Records records = Records.open(document);
        try {
            List<String> first = records.next().map(Records.Cells::cells).orElse(List.of());
            return new TableRows(
                    records,
                    TableColumns.of(
                            first, document.mapping().map(MappingFile::read).flatMap(read -> read.mapping())));
        } catch (IOException unreadable) {
            records.close();
            throw unreadable;
        }
    }

    /** Column names as written, without those of empty trailing columns. */
    public List<String> header() {
        return columns.written().names();
    }

    /** Column names as the operation knows them: other than those written where a mapping stands between them. */
    public List<String> mappedHeader() {
        return columns.header().names();
    }

    public char delimiter() {
        return records.delimiter();
    }

    /** Moves to the next row; blank lines are none. */
    public boolean next() throws IOException {
        var record = records.next();
        cells = record.map(Records.Cells::cells).orElse(List.of());
        return record.isPresent();
    }

    /** The cells of the row, as many as the header has: ragged rows are filled up or cut. */
    public List<String> cells() {
        return columns.fitted(cells);
    }

    /**
     * A row by the operation's columns.
     *
     * @param cells as many as the mapped header has; those that the mapping could not read as they were written
     * @param faulty whether there is such a cell
     */
    public record MappedRow(List<String> cells, boolean faulty) {}

    public MappedRow mapped() {
        List<Flaw> flaws = new ArrayList<>();
        List<String> mapped = columns.cells(cells(), flaws);
        return new MappedRow(mapped, !flaws.isEmpty());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
