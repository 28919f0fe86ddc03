package bactrian.provider.close;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.byDefault;
import static bactrian.provider.Schemas.integer;
import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.oneOf;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.orNull;
import static bactrian.provider.Schemas.required;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import bactrian.operation.Rule;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a bulk edit and which of them belong to which of its 13 types. */
final class BulkEditParameters {
    static final String TYPE = "type";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String STATUS = "lead_status_id";
    private static final String FIELD_ID = "custom_field_id";
    private static final String FIELD_NAME = "custom_field_name";
    private static final String VALUE = "custom_field_value";
    private static final String VALUES = "custom_field_values";
    private static final String OPERATION = "custom_field_operation";
    private static final Set<String> OF_EVERY_TYPE = Set.of(TYPE, "results_limit", "sort", "send_done_email");
    private static final Set<String> OF_SET_STATUS = Set.of(STATUS);
    private static final Set<String> OF_CLEAR = Set.of(FIELD_ID, FIELD_NAME);
    private static final Set<String> OF_SET = Set.of(FIELD_ID, FIELD_NAME, VALUE, VALUES, OPERATION);

    private BulkEditParameters() {}

    static List<Parameter> all() {
        ObjectNode type = oneOf(
                "set_lead_status",
                "set_custom_field",
                "clear_custom_field",
                "set_contact_custom_field",
                "clear_contact_custom_field",
                "set_activity_custom_field",
                "clear_activity_custom_field",
                "set_global_custom_field",
                "clear_global_custom_field",
                "set_opportunity_custom_field",
                "clear_opportunity_custom_field",
                "set_custom_object_custom_field",
                "clear_custom_object_custom_field");
        ObjectNode status = string();
        status.putArray("examples").add("stat_t7Zd2uspYPvBafR5bu9agrFZFs8GToWIbDnkqSk8nT8");
        return List.of(
                required(TYPE, type, "What is set or cleared."),
                optional(STATUS, status, "The lead status to set; for set_lead_status."),
                optional(FIELD_ID, string(), "The id of the custom field to set or clear; or give its name."),
                optional(FIELD_NAME, string(), "The exact name of the custom field to set or clear; or give its id."),
                optional(VALUE, scalar(), "The new value of the custom field."),
                optional(VALUES, listOf(scalar()), "The new values of a custom field that takes several."),
                optional(
                        OPERATION,
                        oneOf("replace", "add", "remove"),
                        "What happens to the values of a custom field that takes several; Close replaces them where"
                                + " nothing is said."),
                optional(
                        "results_limit",
                        orNull(integer().put("minimum", 1)),
                        "The most leads to change; null for all."),
                optional("sort", listOf(object()), "The order of the selection, which matters with results_limit."),
                optional(
                        "send_done_email",
                        byDefault(bool(), JSON.booleanNode(false)),
                        "Whether Close sends an e-mail when it is done."));
    }

    /** What a type needs is there, and nothing that belongs to another. */
    static final Rule FITTING = (values, where) -> Operation.given(values, TYPE)
            .map(type -> check(type.asText(), values))
            .orElse(List.of());

    /** A conjunction of nothing would be everything. */
    static final Rule SELECTIVE = (values, where) -> where.filter(BulkEditParameters::selectsEverything)
            .map(query -> List.of(new Rule.Fault(
                    "where",
                    Code.INVALID_VALUE,
                    "the selection is empty and would match everything",
                    "Give an s_query with conditions.")))
            .orElse(List.of());

    private static List<Rule.Fault> check(String type, ObjectNode values) {
        Set<String> own =
                type.equals("set_lead_status") ? OF_SET_STATUS : type.startsWith("clear_") ? OF_CLEAR : OF_SET;
        List<Rule.Fault> faults = new ArrayList<>();
        values.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !own.contains(name) && !OF_EVERY_TYPE.contains(name) && known(name))
                .forEach(name -> faults.add(
                        new Rule.Fault(name, Code.INVALID_VALUE, "does not belong to type " + type, "Leave it out.")));
        if (own == OF_SET_STATUS) {
            exactlyOne(type, values, faults, STATUS);
        } else {
            exactlyOne(type, values, faults, FIELD_ID, FIELD_NAME);
        }
        if (own == OF_SET) {
            exactlyOne(type, values, faults, VALUE, VALUES);
        }
        return faults;
    }

    private static boolean known(String name) {
        return OF_SET_STATUS.contains(name) || OF_SET.contains(name);
    }

    private static void exactlyOne(String type, ObjectNode values, List<Rule.Fault> faults, String... names) {
        List<String> given = List.of(names).stream().filter(values::has).toList();
        String choice = String.join(" or ", names);
        if (given.isEmpty()) {
            faults.add(new Rule.Fault(
                    names[0], Code.MISSING_VALUE, "type " + type + " needs " + choice, "Give " + choice + "."));
        } else if (given.size() > 1) {
            faults.add(new Rule.Fault(
                    names[1],
                    Code.INVALID_VALUE,
                    "type " + type + " takes " + choice + ", not both",
                    "Leave one out."));
        }
    }

    private static boolean selectsEverything(JsonNode query) {
        return query.path("queries").isArray() && query.path("queries").isEmpty();
    }

    private static ObjectNode scalar() {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("anyOf")
                .add(string())
                .add(JSON.objectNode().put("type", "number"))
                .add(bool());
        return schema;
    }
}
