package bactrian.proof;

import bactrian.instruction.Findings;
import bactrian.operation.Change;
import bactrian.plan.Irreversible;
import bactrian.plan.Irreversibles;
import bactrian.plan.Scratch;
import bactrian.proof.Compared.State;
import bactrian.proof.Comparing.Staged;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What comparing a document came to, edit by edit. Kept in a throw-away file until it is closed. */
public final class Comparison implements AutoCloseable, SavedPlan.LineSource {
    private final Scratch scratch;
    private final ComparedEdits edits;
    private final Map<State, Long> counts = new EnumMap<>(State.class);
    private final Irreversibles irreversibles = new Irreversibles();
    private final TreeSet<String> fields = new TreeSet<>();
    private final List<Findings> findings = new ArrayList<>();
    private long count;

    Comparison(Scratch scratch) {
        this.scratch = scratch;
        this.edits = new ComparedEdits(scratch);
    }

    void prepare() throws IOException {
        scratch.run("CREATE TABLE staged (connection TEXT NOT NULL, target TEXT NOT NULL, ordinal INTEGER NOT NULL,"
                + " provider TEXT NOT NULL, operation TEXT NOT NULL, parameters TEXT NOT NULL, selection TEXT)");
        edits.prepare();
    }

    void found(Findings what) {
        findings.add(what);
    }

    void stage(Staged edit) throws IOException {
        PreparedStatement insert = scratch.prepared("INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?)");
        Change change = edit.change();
        try {
            insert.setString(1, change.connection());
            insert.setString(2, edit.target());
            insert.setLong(3, edit.ordinal());
            insert.setString(4, change.provider());
            insert.setString(5, change.operation());
            insert.setString(6, change.values().toString());
            insert.setString(7, change.where().map(Object::toString).orElse(null));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw scratch.unusable(failed);
        }
    }

    void add(ObjectNode line) throws IOException {
        edits.add(line);
        count++;
        counts.merge(Compared.state(line), 1L, Long::sum);
        line.path(Compared.BEFORE).fieldNames().forEachRemaining(fields::add);
        String never = line.path(Compared.UNDO).asText("");
        if (!never.isEmpty()) {
            irreversibles.count(
                    line.path("provider").asText(), line.path("operation").asText(), never);
        }
    }

    /** The staged edits of a connection: those of one target together, in their order. */
    StagedEdits staged(bactrian.operation.Connection connection) throws IOException {
        return new StagedEdits(scratch, connection.name());
    }

    /** What reading the document came to. */
    public Findings findings() {
        return findings.get(0);
    }

    long count() {
        return count;
    }

    /** How many edits came to this. */
    public long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** What cannot be undone, also because of the values before, one a kind. */
    public List<Irreversible> irreversible() {
        return irreversibles.all();
    }

    /** Fields of which values before are known, in order. */
    public List<String> fields() {
        return List.copyOf(fields);
    }

    @Override
    public void into(SavedPlan.LineSink sink) throws IOException {
        edits.into(sink);
    }

    /** What an edit came to. @param ordinal from 0 */
    public Optional<ObjectNode> line(long ordinal) throws IOException {
        return edits.find(ordinal);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }

    /** Walks along staged edits. */
    static final class StagedEdits implements AutoCloseable {
        private final Scratch scratch;
        private final PreparedStatement select;
        private final ResultSet rows;

        StagedEdits(Scratch scratch, String connection) throws IOException {
            this.scratch = scratch;
            try {
                select = scratch.connection()
                        .prepareStatement("SELECT * FROM staged WHERE connection = ? ORDER BY target, ordinal");
                select.setString(1, connection);
                rows = select.executeQuery();
            } catch (SQLException failed) {
                throw scratch.unusable(failed);
            }
        }

        Optional<Staged> next() throws IOException {
            try {
                if (!rows.next()) {
                    return Optional.empty();
                }
                String selection = rows.getString("selection");
                return Optional.of(new Staged(
                        rows.getLong("ordinal"),
                        rows.getString("target"),
                        new Change(
                                rows.getString("connection"),
                                rows.getString("provider"),
                                rows.getString("operation"),
                                Compared.parse(rows.getString("parameters")),
                                selection == null
                                        ? Optional.empty()
                                        : Optional.of(Compared.JSON.readTree(selection)))));
            } catch (SQLException failed) {
                throw scratch.unusable(failed);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                rows.close();
                select.close();
            } catch (SQLException failed) {
                throw scratch.unusable(failed);
            }
        }
    }
}
