package bactrian.results;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.TableRows;
import bactrian.outcome.Sentence;
import bactrian.outcome.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The edits of an ended job that are to be run again, as one document in the order of the first time. */
public final class Again {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path results;
    private final Format format;

    /**
     * @param results the job's results folder
     * @param format of the job's document
     */
    public Again(Path results, Format format) {
        this.results = results;
        this.format = format == Format.CSV ? Format.CSV : Format.NDJSON;
    }

    /** How {@link #document} is written. */
    public Format format() {
        return format;
    }

    /**
     * The document of the edits that ended so.
     *
     * @param chosen {@link Status#FAILED}, {@link Status#UNKNOWN} or both
     * @param scratch a folder for a document that has to be put together first
     * @return empty when no edit ended so
     */
    public Optional<Path> document(Set<Status> chosen, Path scratch) throws IOException {
        List<Status> present = chosen.stream()
                .filter(status -> Files.exists(file(status)))
                .sorted()
                .toList();
        if (present.size() <= 1) {
            return present.stream().findFirst().map(this::file);
        }
        Path merged = scratch.resolve("again" + end());
        if (format == Format.CSV) {
            mergeRows(merged);
        } else {
            mergeInstructions(merged);
        }
        return Optional.of(merged);
    }

    /** Row by row: {@code results.csv} says from which of the two files the next one comes. */
    private void mergeRows(Path merged) throws IOException {
        Path account = results.resolve("results.csv");
        char delimiter;
        try (TableRows rows = TableRows.open(
                new Document(account, Format.CSV, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC))) {
            delimiter = rows.delimiter();
        }
        try (CsvReader<CsvRecord> statuses = reader(account, delimiter);
                CsvReader<CsvRecord> failed = reader(file(Status.FAILED), delimiter);
                CsvReader<CsvRecord> unknown = reader(file(Status.UNKNOWN), delimiter);
                CsvWriter out = CsvWriter.builder().fieldSeparator(delimiter).build(merged)) {
            Iterator<CsvRecord> rows = statuses.iterator();
            int column = rows.next().getFields().lastIndexOf("_status");
            Map<String, Iterator<CsvRecord>> sources =
                    Map.of(Status.FAILED.word(), failed.iterator(), Status.UNKNOWN.word(), unknown.iterator());
            Set<List<String>> headers = sources.values().stream()
                    .map(source -> source.hasNext() ? source.next().getFields() : List.<String>of())
                    .collect(Collectors.toSet());
            if (headers.size() > 1) {
                throw edited("they have other columns than each other.");
            }
            out.writeRecord(headers.iterator().next());
            while (rows.hasNext()) {
                Iterator<CsvRecord> source = sources.get(rows.next().getField(column));
                if (source != null && source.hasNext()) { // somebody may have taken rows out
                    out.writeRecord(source.next().getFields());
                }
            }
            sources.values().forEach(source -> source.forEachRemaining(more -> out.writeRecord(more.getFields())));
        } catch (CsvParseException broken) {
            throw edited(Sentence.of(broken));
        }
    }

    private IOException edited(String trouble) {
        return new IOException("failed" + end() + " and unknown" + end() + " in " + results
                + " cannot be put together: " + trouble + " Were they edited? Then apply them one by one.");
    }

    /** Instruction by instruction, by the row number that {@code results.ndjson} gives every edit. */
    private void mergeInstructions(Path merged) throws IOException {
        try (BufferedReader account = Files.newBufferedReader(results.resolve("results.ndjson"));
                BufferedReader failed = Files.newBufferedReader(file(Status.FAILED));
                BufferedReader unknown = Files.newBufferedReader(file(Status.UNKNOWN));
                BufferedWriter out = Files.newBufferedWriter(merged)) {
            Map<String, BufferedReader> sources = Map.of(Status.FAILED.word(), failed, Status.UNKNOWN.word(), unknown);
            Map<String, Long> taken = new HashMap<>();
            for (String line = account.readLine(); line != null; line = account.readLine()) {
                JsonNode edit = JSON.readTree(line);
                String status = edit.path("status").asText();
                long row = edit.path("row").asLong();
                BufferedReader source = sources.get(status);
                if (source != null && !Long.valueOf(row).equals(taken.put(status, row))) {
                    String instruction = source.readLine();
                    if (instruction != null) { // somebody may have taken instructions out
                        out.write(instruction);
                        out.write('\n');
                    }
                }
            }
            for (BufferedReader source : sources.values()) {
                source.transferTo(out);
            }
        }
    }

    private Path file(Status status) {
        return results.resolve(status.word() + end());
    }

    private String end() {
        return format == Format.CSV ? ".csv" : ".ndjson";
    }

    private static CsvReader<CsvRecord> reader(Path file, char delimiter) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file);
    }
}
