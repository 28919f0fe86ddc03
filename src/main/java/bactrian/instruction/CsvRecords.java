package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a CSV document, header included. Records in which every cell is blank are none. */
final class CsvRecords implements Records {
    /** Most cells of a record. */
    static final int MOST_CELLS = 10_000;

    private final char delimiter;
    private final DocumentText text;
    private final Collector cells;
    private final CloseableIterator<Records.Cells> records;
    private boolean begun;

    private CsvRecords(char delimiter, DocumentText text) {
        this.delimiter = delimiter;
        this.text = text;
        this.cells = new Collector(text);
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

    @Override
    public char delimiter() {
        return delimiter;
    }

    @Override
    public Optional<Records.Cells> next() throws IOException {
        try {
            while (records.hasNext()) {
                Records.Cells record = records.next();
                if (cells.tooMany) {
                    throw tooManyCells(record.line());
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

    static Unusable tooManyCells(long line) {
        return new Unusable(Problem.of(
                Code.TOO_LARGE, Place.line(line), "There are more than " + MOST_CELLS + " cells in this row."));
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
    private static final class Collector extends AbstractBaseCsvCallbackHandler<Records.Cells> {
        private final DocumentText text;
        private List<String> cells = new ArrayList<>();
        private int width = 16;
        private boolean tooMany;

        Collector(DocumentText text) {
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
        protected Records.Cells buildRecord() {
            width = cells.size();
            return new Records.Cells(getStartingLineNumber(), cells);
        }
    }
}
