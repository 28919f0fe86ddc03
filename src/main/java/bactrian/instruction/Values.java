package bactrian.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The values of one edit while they are gathered from columns or names, some of them with dots. */
final class Values {
    private final ObjectNode gathered = JsonNodeFactory.instance.objectNode();

    ObjectNode gathered() {
        return gathered;
    }

    /** Whether the place was free: a value is given once, either whole or by its fields. */
    boolean put(Field field, JsonNode value) {
        ObjectNode holder = gathered;
        String last = field.parameter();
        for (String name : field.path()) {
            JsonNode inner = holder.get(last);
            if (inner == null) {
                inner = holder.putObject(last);
            }
            if (!(inner instanceof ObjectNode)) {
                return false;
            }
            holder = (ObjectNode) inner;
            last = name;
        }
        return merge(holder, last, value);
    }

    private static boolean merge(ObjectNode holder, String name, JsonNode value) {
        JsonNode present = holder.get(name);
        if (present == null) {
            holder.set(name, value);
            return true;
        }
        if (!(present instanceof ObjectNode into) || !(value instanceof ObjectNode from)) {
            return false;
        }
        boolean free = true;
        for (var field : from.properties()) {
            free &= merge(into, field.getKey(), field.getValue());
        }
        return free;
    }
}
