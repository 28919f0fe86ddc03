package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a CSV document, header included. Records in which every cell is blank are none. */
final class CsvRecords implements Closeable {
    /** Most cells of a record. */
    static final int MOST_CELLS = 10_000;

    /**
     * One record.
     *
     * @param line on which it starts
     */
    record CsvRecord(long line, List<String> cells) {}

    private final char delimiter;
    private final DocumentText text;
    private final Cells cells;
    private final CloseableIterator<CsvRecord> records;
    private boolean begun;

    private CsvRecords(char delimiter, DocumentText text) {
        this.delimiter = delimiter;
        this.text = text;
        this.cells = new Cells(text);
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * DocumentText.LONGEST_RECORD)
                .build(cells, text)
                .iterator();
    }

    static CsvRecords open(Document document) throws IOException {
        char delimiter = CsvDialect.delimiter(document);
        return new CsvRecords(delimiter, DocumentText.open(document));
    }

    char delimiter() {
        return delimiter;
    }

    /** @throws Unusable where the document cannot be read any further */
    Optional<CsvRecord> next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (cells.tooMany) {
                    throw new Unusable(Problem.of(
                            Code.TOO_LARGE,
                            Place.line(record.line()),
                            "There are more than " + MOST_CELLS + " cells in this row."));
                }
                if (isBlank(record.cells())) {
                    continue;
                }
                boolean first = !begun;
                begun = true;
                if (!first || !CsvDialect.names(record.cells())) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        } catch (CsvParseException bad) {
            String message = bad.getMessage() + ".";
            throw new Unusable(Problem.of(Code.SYNTAX, Place.line(cells.line()), message)
                    .hint("Close the quote; write a quote within a quoted cell twice."));
        }
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Takes the cells as the parser finds them. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<CsvRecord> {
        private final DocumentText text;
        private List<String> cells = new ArrayList<>();
        private int width = 16;
        private boolean tooMany;

        Cells(DocumentText text) {
            this.text = text;
        }

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            text.recordStarts(line);
            cells = new ArrayList<>(width);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index < MOST_CELLS) {
                cells.add(new String(buffer, offset, length));
            } else {
                tooMany = true;
            }
        }

        @Override
        protected CsvRecord buildRecord() {
            width = cells.size();
            return new CsvRecord(getStartingLineNumber(), cells);
        }
    }
}
