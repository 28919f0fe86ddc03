package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one CSV document: a row an edit. */
final class CsvReading {
    private final Document document;
    private final Addresses addresses;
    private final Account account;
    private boolean headerIsWrong;

    CsvReading(Document document, Addresses addresses, Account account) {
        this.document = document;
        this.addresses = addresses;
        this.account = account;
    }

    /** @throws Unusable where the document cannot be read any further */
    void read() throws IOException {
        try (CsvRecords records = CsvRecords.open(document)) {
            Optional<CsvRecords.CsvRecord> first = records.next();
            if (first.isEmpty()) {
                account.refuse(Problem.of(Code.NO_HEADER, Place.document(), "The file is empty."));
                return;
            }
            CsvHeader header = CsvHeader.of(first.get().cells());
            HeaderCheck.Found found = check(header, first.get().line());
            found.problems().forEach(account::refuse);
            headerIsWrong = !found.wrong().isEmpty();
            // Below a header with a wrong name the rows are checked all the same: all problems are said at once.
            if (!found.noHeader()) {
                rows(records, header.ignoring(found.wrong()));
            }
        }
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

    private void rows(CsvRecords records, CsvHeader header) throws IOException {
        CsvVerdicts verdicts = new CsvVerdicts(document, header, addresses);
        Optional<Column> id = header.column(Column.Role.ID);
        Optional<Column> where = header.column(Column.Role.WHERE);
        long row = 0;
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            row++;
            long line = record.get().line();
            Optional<List<String>> fit = header.fit(record.get().cells());
            if (fit.isEmpty()) {
                Flaw ragged = ragged(record.get().cells().size(), header.width());
                account.operationKnown(verdicts.of(record.get().cells()).known());
                fail(List.of(ragged), line, row);
                continue;
            }
            List<String> cells = fit.get();
            Verdict verdict = verdicts.of(cells);
            account.operationKnown(verdict.known());
            String target =
                    id.map(column -> cells.get(column.index())).orElse("").strip();
            boolean selects =
                    where.map(column -> !cells.get(column.index()).isBlank()).orElse(false);
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
            flaw = Targets.flaw(fit.operation(), "id", canonical);
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
