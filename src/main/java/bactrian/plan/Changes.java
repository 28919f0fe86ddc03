package bactrian.plan;

import bactrian.operation.Change;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The distinct changes of a document, numbered from 0 as they first appear. The first ones are kept in memory, the rest
 * in the scratch file.
 */
final class Changes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final int RECENT = 4_096;

    private final Scratch scratch;
    private final IdentityHashMap<Change, Integer> recent = new IdentityHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Change> changes = new HashMap<>();
    private int count;
    private long characters;
    private boolean spilled;

    Changes(Scratch scratch) {
        this.scratch = scratch;
    }

    int count() {
        return count;
    }

    /** The number of this change or an equal one; a new number where there is none. */
    int number(Change change) throws IOException {
        Integer known = recent.get(change);
        if (known != null) {
            return known;
        }
        String text = text(change);
        Integer kept = numbers.get(text);
        int number = kept != null ? kept : spilled ? find(text).orElse(count) : count;
        if (number == count) {
            add(change, text);
        }
        if (recent.size() == RECENT) {
            recent.clear();
        }
        recent.put(change, number);
        return number;
    }

    /** The change with this number. */
    Change get(int number) throws IOException {
        Change kept = changes.get(number);
        return kept != null ? kept : load(number);
    }

    private void add(Change change, String text) throws IOException {
        characters += text.length();
        if (characters <= scratch.inMemory()) {
            numbers.put(text, count);
            changes.put(count, change);
        } else {
            store(count, text);
        }
        count++;
    }

    private void store(int number, String text) throws IOException {
        if (!spilled) {
            scratch.run("CREATE TABLE change (id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, text TEXT NOT NULL)");
            scratch.run("CREATE INDEX change_by_digest ON change (digest)");
            spilled = true;
        }
        PreparedStatement insert = scratch.prepared("INSERT INTO change (id, digest, text) VALUES (?, ?, ?)");
        try {
            insert.setInt(1, number);
            insert.setLong(2, digest(text));
            insert.setString(3, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
    }

    private Optional<Integer> find(String text) throws IOException {
        PreparedStatement select = scratch.prepared("SELECT id FROM change WHERE digest = ? AND text = ?");
        try {
            select.setLong(1, digest(text));
            select.setString(2, text);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
    }

    private Change load(int number) throws IOException {
        PreparedStatement select = scratch.prepared("SELECT text FROM change WHERE id = ?");
        try {
            select.setInt(1, number);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("no change " + number);
                }
                return change(rows.getString(1));
            }
        } catch (SQLException e) {
            throw scratch.unusable(e);
        }
    }

    private static String text(Change change) throws JsonProcessingException {
        ObjectNode all = JSON.createObjectNode();
        all.put("connection", change.connection());
        all.put("provider", change.provider());
        all.put("operation", change.operation());
        all.set("values", change.values());
        change.where().ifPresent(where -> all.set("where", where));
        return JSON.writeValueAsString(all);
    }

    private static Change change(String text) throws JsonProcessingException {
        JsonNode all = JSON.readTree(text);
        return new Change(
                all.get("connection").textValue(),
                all.get("provider").textValue(),
                all.get("operation").textValue(),
                (ObjectNode) all.get("values"),
                Optional.ofNullable(all.get("where")));
    }

    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
