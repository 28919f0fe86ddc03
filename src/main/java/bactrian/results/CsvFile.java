package bactrian.results;

import bactrian.outcome.Invisible;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file as spreadsheets like it: UTF-8 with byte order mark, CRLF, quotes where needed. Made with its first line,
 * so that there is none without lines.
 */
final class CsvFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final CsvWriter writer;

    private CsvFile(CsvWriter writer) {
        this.writer = writer;
    }

    static CsvFile create(Path path, char delimiter) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        text.write(Invisible.BYTE_ORDER_MARK);
        return new CsvFile(CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text));
    }

    void write(List<String> cells) {
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
