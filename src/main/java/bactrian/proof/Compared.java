package bactrian.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/**
 * One compared edit as an object: {@code row} (from 1), {@code provider}, {@code operation}, {@code connection}, {@code
 * id} or {@code where}, {@code state}, {@code before} (values by field), {@code changes} (field, before, after), {@code
 * message}, {@code undo} (why it cannot be undone), {@code selection} (target → values before).
 */
public final class Compared {
    static final String ROW = "row";
    static final String STATE = "state";
    static final String BEFORE = "before";
    static final String CHANGES = "changes";
    static final String MESSAGE = "message";
    static final String UNDO = "undo";
    static final String SELECTION = "selection";
    static final String SELECTED = "selected";

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Compared() {}

    /** What comparing an edit came to. */
    public enum State {
        /** It would change something, or does what cannot be told beforehand. */
        CHANGE,
        /** The target has these values already. */
        UNCHANGED,
        /** There is no such target. */
        MISSING,
        /** Its target cannot be read. */
        UNREAD,
        /** It fails before anything is sent. */
        INVALID;

        /** As written in plans and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static State state(ObjectNode line) {
        return State.valueOf(line.path(STATE).asText().toUpperCase(Locale.ROOT));
    }

    static long ordinal(ObjectNode line) {
        return line.path(ROW).asLong() - 1;
    }

    static ObjectNode line(long ordinal, State state) {
        return JSON.createObjectNode().put(ROW, ordinal + 1).put(STATE, state.word());
    }

    static ObjectNode parse(String text) throws IOException {
        try {
            if (JSON.readTree(text) instanceof ObjectNode line) {
                return line;
            }
        } catch (JsonProcessingException damaged) {
            throw new IOException("The plan is damaged: " + damaged.getOriginalMessage(), damaged);
        }
        throw new IOException("The plan is damaged: a line is no object.");
    }
}
