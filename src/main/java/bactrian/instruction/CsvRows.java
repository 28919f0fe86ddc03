package bactrian.instruction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data rows of a CSV document as they stand, for results beside them. */
public final class CsvRows implements AutoCloseable {
    private final CsvRecords records;
    private final CsvHeader header;
    private List<String> cells = List.of();

    private CsvRows(CsvRecords records, CsvHeader header) {
        this.records = records;
        this.header = header;
    }

    /** @throws IOException also where the document cannot be read as CSV */
    public static CsvRows open(Document document) throws IOException {
        CsvRecords records = CsvRecords.open(document);
        try {
            List<String> first = records.next().map(CsvRecords.CsvRecord::cells).orElse(List.of());
            return new CsvRows(records, CsvHeader.of(first));
        } catch (IOException unreadable) {
            records.close();
            throw unreadable;
        }
    }

    /** Column names as written, without those of empty trailing columns. */
    public List<String> header() {
        return header.names();
    }

    public char delimiter() {
        return records.delimiter();
    }

    /** Moves to the next row; blank lines are none. */
    public boolean next() throws IOException {
        Optional<CsvRecords.CsvRecord> record = records.next();
        cells = record.map(CsvRecords.CsvRecord::cells).orElse(List.of());
        return record.isPresent();
    }

    /** The cells of the row, as many as the header has: ragged rows are filled up or cut. */
    public List<String> cells() {
        if (cells.size() == header.width()) {
            return cells;
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), header.width())));
        while (fitted.size() < header.width()) {
            fitted.add("");
        }
        return fitted;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
