package bactrian.results;

import bactrian.instruction.Document;
import bactrian.instruction.TableRows;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account of a table: {@code results.csv} and, where needed, {@code failed.csv} and {@code unknown.csv}. */
final class CsvAccount implements Account {
    private static final Map<Status, String> AGAIN = Map.of(Status.FAILED, "failed.csv", Status.UNKNOWN, "unknown.csv");

    private final Document document;
    private final Verdicts verdicts;
    private final WholeFolder folder;
    private final FormulaGuard guard;
    private final Map<Status, CsvFile> again = new EnumMap<>(Status.class);

    CsvAccount(Document document, Verdicts verdicts, WholeFolder folder, FormulaGuard guard) {
        this.document = document;
        this.verdicts = verdicts;
        this.folder = folder;
        this.guard = guard;
    }

    @Override
    public Count write() throws IOException {
        Count count = new Count();
        try (TableRows rows = TableRows.open(document);
                CsvFile results = CsvFile.create(folder.file("results.csv"), rows.delimiter())) {
            CsvLayout layout = new CsvLayout(rows.header(), document.defaults());
            CsvLayout again = new CsvLayout(rows.mappedHeader(), document.defaults());
            List<String> header = layout.accountHeader();
            count.addGuarded(guard.mark(header));
            results.write(header);
            int reference = rows.mappedHeader().indexOf("reference");
            for (long row = 1; rows.next(); row++) {
                Verdicts.Verdict verdict = verdicts.on(row - 1);
                count.add(verdict.outcome());
                List<String> line = layout.account(rows.cells(), row, verdict);
                count.addGuarded(guard.mark(line));
                results.write(line);
                writeAgain(again, rows, verdict.outcome());
                if (reference >= 0 && count.reference().isOpen()) {
                    count.reference()
                            .add(Optional.of(rows.mapped().cells().get(reference))
                                    .filter(cell -> !cell.isBlank()));
                }
            }
        } finally {
            for (CsvFile file : again.values()) {
                file.close();
            }
        }
        return count;
    }

    private void writeAgain(CsvLayout layout, TableRows rows, Outcome outcome) throws IOException {
        Status status = outcome.status();
        String name = AGAIN.get(status);
        if (name == null) {
            return;
        }
        CsvFile file = again.get(status);
        if (file == null) {
            file = CsvFile.create(folder.file(name), rows.delimiter());
            again.put(status, file);
            file.write(layout.againHeader());
        }
        file.write(layout.again(rows.mapped(), outcome));
    }
}
