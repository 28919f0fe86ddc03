package bactrian.instruction;

import bactrian.instruction.mapping.MappedColumns;
import bactrian.instruction.mapping.Mapping;
import bactrian.outcome.Code;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a table twice: as they are written, and as the operation names them. The same where nothing is mapped. */
final class TableColumns {
    private final CsvHeader written;
    private final CsvHeader header;
    private final Optional<MappedColumns> mapped;

    private TableColumns(CsvHeader written, CsvHeader header, Optional<MappedColumns> mapped) {
        this.written = written;
        this.header = header;
        this.mapped = mapped;
    }

    /** @param cells the first record */
    static TableColumns of(List<String> cells, Optional<Mapping> mapping) {
        CsvHeader written = CsvHeader.of(cells);
        Optional<MappedColumns> mapped = mapping.map(by -> by.columns(written.names()));
        return new TableColumns(
                written, mapped.map(columns -> CsvHeader.of(columns.header())).orElse(written), mapped);
    }

    CsvHeader written() {
        return written;
    }

    /** By the operation's names. */
    CsvHeader header() {
        return header;
    }

    List<Problem> problems() {
        return mapped.map(MappedColumns::problems).orElse(List.of());
    }

    /** A row by the operation's columns. Cells that cannot be read stay as they are and are added to the flaws. */
    List<String> cells(List<String> cells, List<Flaw> flaws) {
        if (mapped.isEmpty()) {
            return cells;
        }
        return mapped.get()
                .cells(
                        fitted(cells),
                        fault -> flaws.add(Flaw.in(fault.column(), Code.INVALID_VALUE, fault.message())
                                .found(fault.found())
                                .hint("Correct the cell, or the mapping of " + fault.column() + ".")));
    }

    /** As many cells as are written above them: a ragged row is filled up or cut. */
    List<String> fitted(List<String> cells) {
        if (cells.size() == written.width()) {
            return cells;
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), written.width())));
        while (fitted.size() < written.width()) {
            fitted.add("");
        }
        return fitted;
    }
}
