package bactrian.provider;

import bactrian.operation.Change;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a provider shows the present values of the targets of an operation, and what a change makes of them. Pure. Two
 * functions carry all that looks at targets, from comparing a plan to undoing a job: the values <em>read</em> and the
 * values <em>expected</em>. Fields have the names by which the provider shows them.
 */
public interface Reads {

    /** How many targets one question can ask for; at least 1. */
    int most();

    /** Asks for the present values of targets, at most {@link #most} of them. A request that changes nothing. */
    Request ask(List<String> targets);

    /** Asks what a selection selects, page by page from 0; empty where the provider cannot list it. */
    default Optional<Request> list(Change change, int page) {
        return Optional.empty();
    }

    /** Reads the answer to either question; empty where it is refused or cannot be understood. */
    Optional<Page> read(Reply reply);

    /** Of a target's values, those that are worth keeping before this change is made. */
    ObjectNode kept(Change change, ObjectNode present);

    /**
     * What a change makes of a target.
     *
     * @param before the values before, or an empty object where they are not known: then only what does not depend on them
     *     is expected
     */
    Expected expected(Change change, ObjectNode before);

    /** Whether two values of a field mean the same, in whatever form, zone or order they are written. */
    boolean same(String field, JsonNode one, JsonNode other);

    /** How what was found differs from what is wanted, in the order of the wanted fields. */
    default List<Difference> differences(ObjectNode found, ObjectNode wanted) {
        Stream<Map.Entry<String, JsonNode>> fields = wanted.propertyStream();
        return fields.map(field -> new Difference(field.getKey(), value(found, field.getKey()), field.getValue()))
                .filter(difference -> !same(difference.field(), difference.found(), difference.wanted()))
                .toList();
    }

    /** A field's value, null where it is missing. */
    static JsonNode value(ObjectNode values, String field) {
        return Optional.ofNullable(values.get(field)).orElseGet(NullNode::getInstance);
    }

    /**
     * Targets with their values.
     *
     * @param values by canonical id; what was asked for and is not among them does not exist for this account
     * @param more whether a further page of a selection follows
     */
    record Page(Map<String, ObjectNode> values, boolean more) {}

    /** A field that is not as it is wanted. */
    record Difference(String field, JsonNode found, JsonNode wanted) {
        @Override
        public String toString() {
            return field + " is " + found + " instead of " + wanted;
        }
    }

    /**
     * What a change makes of a target.
     *
     * @param values fields and what they become; only those that can be told
     * @param extent whether the change does anything besides
     */
    record Expected(ObjectNode values, Extent extent) {

        /** Whether these values are all that the change does. */
        public boolean whole() {
            return extent == Extent.ALL;
        }
    }

    /** How much of what a change does is told by the values expected. */
    enum Extent {
        ALL,
        /** It does something else too, or something that cannot be told. */
        A_PART,
        /** The target is gone afterwards. */
        GONE
    }
}
