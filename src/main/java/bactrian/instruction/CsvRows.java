package bactrian.instruction;

import java.io.IOException;
import java.util.List;

/** The data rows of a CSV document as they stand, for results beside them. */
public final class CsvRows implements AutoCloseable {

    private CsvRows() {}

    /** @throws IOException also where the document cannot be read as CSV */
    public static CsvRows open(Document document) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Column names as written, without those of empty trailing columns. */
    public List<String> header() {
        throw new UnsupportedOperationException();
    }

    public char delimiter() {
        throw new UnsupportedOperationException();
    }

    /** Moves to the next row; blank lines are none. */
    public boolean next() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The cells of the row, as many as the header has: ragged rows are filled up or cut. */
    public List<String> cells() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
