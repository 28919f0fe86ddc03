package bactrian.instruction;

import bactrian.instruction.mapping.Mapping;
import bactrian.instruction.mapping.MappingFile;
import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one document of rows: a row an edit. */
final class TableReading {
    /** Instead of the place of a column that the document has not. */
    private static final int NONE = -1;

    private final Document document;
    private final Addresses addresses;
    private final Account account;
    private boolean headerIsWrong;

    TableReading(Document document, Addresses addresses, Account account) {
        this.document = document;
        this.addresses = addresses;
        this.account = account;
    }

    /** @throws Unusable where the document cannot be read any further */
    void read() throws IOException {
        Optional<Mapping> mapping = mapping();
        if (mapping.isEmpty() && document.mapping().isPresent()) {
            return;
        }
        try (Records records = Records.open(document)) {
            Optional<Records.Cells> first = records.next();
            if (first.isEmpty()) {
                account.refuse(Problem.of(Code.NO_HEADER, Place.document(), "The file is empty."));
                return;
            }
            TableColumns columns = TableColumns.of(first.get().cells(), mapping);
            columns.problems().forEach(account::refuse);
            HeaderCheck.Found found = check(columns.header(), first.get().line());
            found.problems().forEach(account::refuse);
            headerIsWrong = !found.wrong().isEmpty() || !columns.problems().isEmpty();
            // Below a header with a wrong name the rows are checked all the same: all problems are said at once.
            if (!found.noHeader()) {
                rows(records, columns, columns.header().ignoring(found.wrong()));
            }
        }
    }

    /** The mapping of the document where it has one that can be used; what is wrong with it refuses the document. */
    private Optional<Mapping> mapping() {
        return document.mapping().flatMap(file -> {
            MappingFile.Reading reading = file.read();
            reading.problems().forEach(account::refuse);
            return reading.mapping();
        });
    }

    private HeaderCheck.Found check(CsvHeader header, long line) {
        Defaults defaults = document.defaults();
        Optional<String> provider =
                header.column(Column.Role.PROVIDER).isPresent() ? Optional.empty() : defaults.provider();
        Optional<String> operation =
                header.column(Column.Role.OPERATION).isPresent() ? Optional.empty() : defaults.operation();
        List<Form> possible = addresses.possible(provider, operation);
        // Where the folder names what does not exist, every row says so; the columns are not to blame.
        List<Form> asked = possible.isEmpty() ? addresses.possible(Optional.empty(), Optional.empty()) : possible;
        return new HeaderCheck(asked).check(header, line);
    }

    private void rows(Records records, TableColumns columns, CsvHeader header) throws IOException {
        CsvVerdicts verdicts = new CsvVerdicts(document, header, addresses);
        int id = header.column(Column.Role.ID).map(Column::index).orElse(NONE);
        int where = header.column(Column.Role.WHERE).map(Column::index).orElse(NONE);
        long row = 0;
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            row++;
            long line = record.get().line();
            Optional<List<String>> fit = columns.written().fit(record.get().cells());
            List<Flaw> flaws = new ArrayList<>();
            List<String> cells = columns.cells(fit.orElse(record.get().cells()), flaws);
            Verdict verdict = verdicts.of(cells);
            account.operationKnown(verdict.known());
            if (fit.isEmpty()) {
                int width = columns.written().width();
                fail(List.of(ragged(record.get().cells().size(), width)), line, row);
                continue;
            }
            if (!flaws.isEmpty()) {
                fail(flaws, line, row);
                continue;
            }
            String target = id == NONE ? "" : cells.get(id).strip();
            boolean selects = where != NONE && !cells.get(where).isBlank();
            settle(verdict, target, selects, line, row);
        }
    }

    private static Flaw ragged(int found, int wanted) {
        return Flaw.of(Code.RAGGED_ROW, "The row has " + found + " cells, the header " + wanted + ".");
    }

    private void settle(Verdict verdict, String target, boolean selects, long line, long row) {
        if (verdict.fit().isEmpty()) {
            List<Flaw> flaws = new ArrayList<>(verdict.flaws());
            if (target.isEmpty() && !selects) {
                flaws.add(Flaw.in("id", Code.MISSING_VALUE, "Nothing says what to edit."));
            }
            fail(flaws, line, row);
            return;
        }
        Verdict.Fit fit = verdict.fit().get();
        Optional<Flaw> flaw = Targets.flaw(fit.operation(), "id", !target.isEmpty(), selects);
        String canonical = selects ? "" : fit.operation().targetForm().canonical(target);
        if (flaw.isEmpty() && !selects) {
            flaw = Targets.flaw(fit.operation(), "id", target);
        }
        if (flaw.isPresent()) {
            fail(List.of(flaw.get()), line, row);
        } else {
            OptionalLong bundle = fit.composed() ? OptionalLong.of(row) : OptionalLong.empty();
            account.valid(new Edit(account.next(), canonical, fit.change(), bundle));
        }
    }

    private void fail(List<Flaw> flaws, long line, long row) {
        Place place = Place.row(line, row);
        List<Problem> problems = flaws.stream().map(flaw -> flaw.at(place)).toList();
        problems.stream().filter(this::isWorthSaying).forEach(account::note);
        account.invalid(problems.get(0));
    }

    /** What is missing below a header with a wrong name was probably given under that name. */
    private boolean isWorthSaying(Problem problem) {
        return !headerIsWrong || problem.code() != Code.MISSING_VALUE;
    }
}
