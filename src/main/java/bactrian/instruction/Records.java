package bactrian.instruction;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The records of a table, its header first. */
interface Records extends Closeable {

    /**
     * One record.
     *
     * @param line on which it starts
     */
    record Cells(long line, List<String> cells) {}

    /** @throws Unusable where the document cannot be read any further */
    Optional<Cells> next() throws IOException;

    /** What separates its cells, or would. */
    char delimiter();

    /** @throws Unusable where the document cannot be opened */
    static Records open(Document document) throws IOException {
        return document.format() == Format.CSV ? CsvRecords.open(document) : JsonRecords.open(document);
    }
}
