package bactrian.plan;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits sorted onto shelves, more than fit into memory: put in any order, taken out shelf by shelf. A shelf is named by a
 * major and a minor number and keeps its edits in the order in which they were put.
 *
 * <p>Edits of one shelf are packed together, and packs are written out when all of them have outgrown
 * the memory they may take, so that a million edits on a hundred shelves are a few thousand rows to SQLite.
 */
final class Shelves implements AutoCloseable {
    private static final int PER_SHELF = 160;

    private final Scratch scratch;
    private final String table;
    private TreeMap<Name, Pack> packs = new TreeMap<>();
    private Name lastName = new Name(-1, -1);
    private Pack lastPack = new Pack();
    private long held;
    private boolean spilled;
    private boolean indexed;

    /** @param table a name of its own in the scratch file */
    Shelves(Scratch scratch, String table) {
        this.scratch = scratch;
        this.table = table;
    }

    private record Name(long major, int minor) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byMajor = Long.compare(major, other.major);
            return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        }
    }

    /** @param mark a number that is kept with the edit; at least 0 */
    void put(long major, int minor, long ordinal, int mark, String target) throws IOException {
        if (lastName.major != major || lastName.minor != minor) {
            lastName = new Name(major, minor);
            Pack known = packs.get(lastName);
            if (known == null) {
                known = new Pack();
                packs.put(lastName, known);
                held += PER_SHELF;
            }
            lastPack = known;
        }
        held += lastPack.add(ordinal, mark, target);
        if (held > scratch.inMemory()) {
            spill();
        }
    }

    /** Gives the shelves with {@code fromMajor <= major < toMajor} to somebody, in order of major, then minor number. */
    void each(long fromMajor, long toMajor, Reader reader) throws IOException {
        if (!spilled) {
            for (Map.Entry<Name, Pack> shelf :
                    packs.subMap(new Name(fromMajor, 0), new Name(toMajor, 0)).entrySet()) {
                Name name = shelf.getKey();
                Pack.unpack(
                        shelf.getValue().toBytes(),
                        (ordinal, mark, target) -> reader.take(name.major, name.minor, ordinal, mark, target));
            }
            return;
        }
        if (held > 0) {
            spill();
        }
        index();
        try (PreparedStatement select = scratch.connection()
                .prepareStatement("SELECT major, minor, edits FROM " + table
                        + " WHERE major >= ? AND major < ? ORDER BY major, minor, id")) {
            select.setLong(1, fromMajor);
            select.setLong(2, toMajor);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long major = rows.getLong(1);
                    int minor = rows.getInt(2);
                    Pack.unpack(
                            rows.getBytes(3),
                            (ordinal, mark, target) -> reader.take(major, minor, ordinal, mark, target));
                }
            }
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
    }

    /** Takes edits, shelf by shelf. */
    @FunctionalInterface
    interface Reader {
        void take(long major, int minor, long ordinal, int mark, String target) throws IOException;
    }

    private void spill() throws IOException {
        if (!spilled) {
            scratch.run("CREATE TABLE " + table
                    + " (id INTEGER PRIMARY KEY, major INTEGER NOT NULL, minor INTEGER NOT NULL, edits BLOB NOT NULL)");
            spilled = true;
        }
        try (PreparedStatement insert = scratch.connection()
                .prepareStatement("INSERT INTO " + table + " (major, minor, edits) VALUES (?, ?, ?)")) {
            for (Map.Entry<Name, Pack> shelf : packs.entrySet()) {
                insert.setLong(1, shelf.getKey().major);
                insert.setInt(2, shelf.getKey().minor);
                insert.setBytes(3, shelf.getValue().toBytes());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
        packs = new TreeMap<>();
        lastName = new Name(-1, -1);
        held = 0;
    }

    private void index() throws IOException {
        if (!indexed) {
            scratch.run("CREATE INDEX " + table + "_by_shelf ON " + table + " (major, minor)");
            indexed = true;
        }
    }

    /** Gives up the room they take. */
    @Override
    public void close() throws IOException {
        packs.clear();
        if (spilled) {
            scratch.run("DROP TABLE " + table);
        }
    }
}
