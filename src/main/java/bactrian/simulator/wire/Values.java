package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** An immutable set of named values. Equal sets are shared by a {@link Shelf}, so that a million like tasks cost little. */
public final class Values {

    /** No values. */
    public static final Values NONE = new Values(Map.of());

    private final Map<String, JsonNode> byName;
    private final int hash;

    private Values(Map<String, JsonNode> byName) {
        this.byName = Map.copyOf(byName);
        this.hash = this.byName.hashCode();
    }

    /** The fields of a JSON object. */
    public static Values of(JsonNode object) {
        Map<String, JsonNode> values = new HashMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        return new Values(values);
    }

    /** The value of that name; JSON null when there is none. */
    public JsonNode get(String name) {
        return byName.getOrDefault(name, NullNode.getInstance());
    }

    /** The text of that name, or an empty one. */
    public String text(String name) {
        return get(name).asText("");
    }

    /** These values with others laid over them. */
    public Values with(Values over) {
        Map<String, JsonNode> values = new HashMap<>(byName);
        values.putAll(over.byName);
        return new Values(values);
    }

    /** These values with one laid over them. */
    public Values with(String name, JsonNode value) {
        Map<String, JsonNode> values = new HashMap<>(byName);
        values.put(name, value);
        return new Values(values);
    }

    /** As a JSON object, names in order. */
    public ObjectNode json() {
        ObjectNode object = Json.object();
        new TreeMap<>(byName).forEach(object::set);
        return object;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && hash == values.hash && byName.equals(values.byName);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
