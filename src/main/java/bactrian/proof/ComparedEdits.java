package bactrian.proof;

import bactrian.plan.Scratch;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Compared edits in a throw-away file, found by ordinal, however many there are. */
final class ComparedEdits {
    private final Scratch scratch;

    ComparedEdits(Scratch scratch) {
        this.scratch = scratch;
    }

    void prepare() throws IOException {
        scratch.run("CREATE TABLE compared (ordinal INTEGER PRIMARY KEY, line TEXT NOT NULL)");
    }

    void add(ObjectNode line) throws IOException {
        PreparedStatement insert = scratch.prepared("INSERT INTO compared (ordinal, line) VALUES (?, ?)");
        try {
            insert.setLong(1, Compared.ordinal(line));
            insert.setString(2, line.toString());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw scratch.unusable(failed);
        }
    }

    Optional<ObjectNode> find(long ordinal) throws IOException {
        PreparedStatement select = scratch.prepared("SELECT line FROM compared WHERE ordinal = ?");
        try {
            select.setLong(1, ordinal);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Compared.parse(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw scratch.unusable(failed);
        }
    }

    /** By ordinal. */
    void into(SavedPlan.LineSink sink) throws IOException {
        try (PreparedStatement select =
                        scratch.connection().prepareStatement("SELECT line FROM compared ORDER BY ordinal");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sink.take(Compared.parse(rows.getString(1)));
            }
        } catch (SQLException failed) {
            throw scratch.unusable(failed);
        }
    }
}
