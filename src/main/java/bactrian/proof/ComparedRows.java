package bactrian.proof;

import bactrian.proof.Compared.State;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some edits of a saved plan, one after the other.
 *
 * @param rows as {@link Compared} says, without what a selection holds
 * @param next the row to go on with, where there are more
 */
public record ComparedRows(List<ObjectNode> rows, Optional<Long> next) {
    /** Values may be long, so that it is not enough to count rows. */
    private static final int MOST_CHARACTERS = 4 << 20;

    /**
     * Reads them off a plan; memory is bounded.
     *
     * @param from the first row wanted, from 1
     * @param state only edits that came to this
     */
    public static ComparedRows read(Path plan, long from, int limit, Optional<State> state) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        long characters = 0;
        try (PlanLines lines = PlanLines.open(plan)) {
            lines.skip(from - 1);
            for (Optional<ObjectNode> next = lines.next(); next.isPresent(); next = lines.next()) {
                ObjectNode line = next.get();
                if (state.isPresent() && Compared.state(line) != state.get()) {
                    continue;
                }
                if (rows.size() == limit || characters > MOST_CHARACTERS) {
                    return new ComparedRows(
                            rows, Optional.of(line.path(Compared.ROW).asLong()));
                }
                line.remove(Compared.SELECTION);
                characters += line.toString().length();
                rows.add(line);
            }
        }
        return new ComparedRows(rows, Optional.empty());
    }
}
