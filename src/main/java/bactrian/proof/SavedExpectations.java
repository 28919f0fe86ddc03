package bactrian.proof;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.plan.Expectations;
import bactrian.plan.Scratch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a saved plan says of its edits, in a throw-away file: found by ordinal, whatever the size of the plan. */
final class SavedExpectations implements Expectations {
    private final Scratch scratch;
    private final RowSet without;

    private SavedExpectations(Scratch scratch, RowSet without) {
        this.scratch = scratch;
        this.without = without;
    }

    static SavedExpectations load(Path plan, Path folder, RowSet without) throws IOException {
        Scratch scratch = new Scratch(folder, Scratch.IN_MEMORY);
        try {
            scratch.run("CREATE TABLE expected (ordinal INTEGER PRIMARY KEY, line TEXT NOT NULL)");
            PreparedStatement insert = scratch.prepared("INSERT INTO expected (ordinal, line) VALUES (?, ?)");
            SavedPlan.edits(plan, line -> {
                try {
                    insert.setLong(1, Compared.ordinal(line));
                    insert.setString(2, line.toString());
                    insert.executeUpdate();
                } catch (SQLException failed) {
                    throw scratch.unusable(failed);
                }
            });
            return new SavedExpectations(scratch, without);
        } catch (IOException unreadable) {
            scratch.close();
            throw unreadable;
        }
    }

    @Override
    public Optional<Outcome> outcome(long ordinal) throws IOException {
        if (without.holds(ordinal)) {
            return Optional.of(Outcome.skipped(Code.DESELECTED, ""));
        }
        Optional<ObjectNode> line = line(ordinal);
        return line.flatMap(known -> switch (Compared.state(known)) {
            case UNCHANGED -> Optional.of(Outcome.skipped(Code.UNCHANGED, ""));
            case MISSING ->
                Optional.of(Outcome.failed(Code.NOT_FOUND, "It was not there when the plan was made. Not sent."));
            default -> Optional.empty();
        });
    }

    @Override
    public Map<String, ObjectNode> before(List<Long> ordinals, List<String> targets) throws IOException {
        Map<String, ObjectNode> before = new LinkedHashMap<>();
        for (int place = 0; place < ordinals.size(); place++) {
            Optional<ObjectNode> line = line(ordinals.get(place));
            if (targets.isEmpty()) {
                line.map(known -> known.path(Compared.SELECTION))
                        .filter(JsonNode::isObject)
                        .ifPresent(selection -> selection
                                .properties()
                                .forEach(one -> before.put(one.getKey(), (ObjectNode) one.getValue())));
            } else if (line.isPresent() && line.get().get(Compared.BEFORE) instanceof ObjectNode values) {
                before.put(targets.get(place), values);
            }
        }
        return before;
    }

    private Optional<ObjectNode> line(long ordinal) throws IOException {
        PreparedStatement select = scratch.prepared("SELECT line FROM expected WHERE ordinal = ?");
        try {
            select.setLong(1, ordinal);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Compared.parse(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw scratch.unusable(failed);
        }
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
