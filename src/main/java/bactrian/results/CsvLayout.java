package bactrian.results;

import bactrian.instruction.Defaults;
import bactrian.instruction.TableRows;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which columns the result files of a CSV document have, and how a row becomes a line of them. */
final class CsvLayout {
    private static final List<String> ACCOUNT = List.of("_row", "_status", "_code", "_message", "_hint", "_call");
    private static final List<String> REASON = List.of("_code", "_message", "_hint");
    private static final String UNREAD = "the mapping could not read this row: correct it and remove this cell";
    private static final String RAGGED = "this row had too many or too few cells: correct it and remove this cell";

    private final List<String> header;
    private final int[] kept;
    private final Map<String, String> filledIn;
    private final List<String> inFront;

    /** @param defaults what the folder, the message or the command line said, for rows that do not say it */
    CsvLayout(List<String> header, Defaults defaults) {
        this.header = header;
        Set<String> replaced = Set.copyOf(ACCOUNT);
        this.kept = IntStream.range(0, header.size())
                .filter(column -> !replaced.contains(header.get(column)))
                .toArray();
        this.filledIn = new LinkedHashMap<>();
        defaults.provider().ifPresent(provider -> filledIn.put("provider", provider));
        defaults.operation().ifPresent(operation -> filledIn.put("operation", operation));
        defaults.connection().ifPresent(connection -> filledIn.put("connection", connection));
        this.inFront = filledIn.keySet().stream()
                .filter(name -> !header.contains(name))
                .toList();
    }

    /** First line of {@code results.csv}. */
    List<String> accountHeader() {
        List<String> line = original(header);
        line.addAll(ACCOUNT);
        return line;
    }

    /** A line of {@code results.csv}. */
    List<String> account(List<String> cells, long row, Verdicts.Verdict verdict) {
        Outcome outcome = verdict.outcome();
        List<String> line = original(cells);
        line.add(Long.toString(row));
        line.add(outcome.status().word());
        line.add(outcome.code().word());
        line.add(message(outcome));
        line.add(outcome.hint());
        line.add(verdict.call() == 0 ? "" : Integer.toString(verdict.call()));
        return line;
    }

    /** First line of {@code failed.csv} and {@code unknown.csv}. */
    List<String> againHeader() {
        List<String> line = new ArrayList<>(inFront);
        line.addAll(original(header));
        line.addAll(REASON);
        return line;
    }

    /** A line of {@code failed.csv} or {@code unknown.csv}: can be dropped into the inbox as it is. */
    List<String> again(TableRows.MappedRow row, Outcome outcome) {
        List<String> cells = row.cells();
        List<String> line = new ArrayList<>();
        inFront.forEach(name -> line.add(filledIn.getOrDefault(name, "")));
        for (int column : kept) {
            String cell = cells.get(column);
            line.add(
                    cell.isBlank()
                            ? Optional.ofNullable(filledIn.get(header.get(column)))
                                    .orElse(cell)
                            : cell);
        }
        line.add(outcome.code().word());
        line.add(message(outcome));
        line.add(outcome.hint());
        if (outcome.code() == Code.RAGGED_ROW) {
            // The row was filled up or cut to be shown; unless somebody looks at it, it must not become a good one.
            line.add(RAGGED);
        } else if (row.faulty()) {
            // A word that the mapping does not know may be a value that the operation takes all the same.
            line.add(UNREAD);
        }
        return line;
    }

    private List<String> original(List<String> cells) {
        List<String> line = new ArrayList<>(kept.length + ACCOUNT.size());
        for (int column : kept) {
            line.add(cells.get(column));
        }
        return line;
    }

    private static String message(Outcome outcome) {
        if (outcome.affected().isEmpty()) {
            return outcome.message();
        }
        String affected = outcome.affected().getAsLong() + " affected";
        return outcome.message().isEmpty() ? affected : outcome.message() + "; " + affected;
    }
}
