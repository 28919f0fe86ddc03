package bactrian.instruction;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.byDefault;
import static bactrian.provider.Schemas.dateOrDateTime;
import static bactrian.provider.Schemas.dateTime;
import static bactrian.provider.Schemas.integer;
import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.number;
import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.oneOf;
import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.orNull;
import static bactrian.provider.Schemas.required;
import static bactrian.provider.Schemas.string;
import static bactrian.provider.Schemas.uuid;

import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import bactrian.operation.Rule;
import bactrian.operation.TargetForm;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A catalogue with a parameter of every kind, and connections to go with it. */
final class Samples {
    private static final TargetForm SHOUTED = TargetForm.of("[A-Z]{1,9}-\\d{1,9}", "TEST-1", TargetForm.Letters.UPPER);
    private static final TargetForm QUIET = TargetForm.of("[a-z0-9-]{1,40}", "t-1", TargetForm.Letters.LOWER);

    private static final Operation PAINT = Operation.named("house", "paint")
            .byIds(QUIET)
            .parameter(required("gloss", bool(), "Whether it shines."))
            .parameter(optional("coats", integer().put("minimum", 1), ""))
            .parameter(optional("litres", number(), ""))
            .parameter(optional("colour", oneOf("red", "green", "blue"), ""))
            .parameter(optional("tools", listOf(string()), ""))
            .parameter(optional("sizes", listOf(integer()), ""))
            .parameter(optional("until", orNull(dateTime()), ""))
            .parameter(optional("day", orNull(dateOrDateTime()), ""))
            .parameter(optional("painter", orNull(uuid()), ""))
            .parameter(optional("note", string(), ""))
            .parameter(optional("primer", byDefault(bool(), BooleanNode.FALSE), ""))
            .rule((values, where) ->
                    values.path("coats").asInt() > 3 && values.path("gloss").asBoolean()
                            ? List.of(new Rule.Fault("coats", Code.INVALID_VALUE, "Too many for gloss.", "Use three."))
                            : List.of())
            .build();

    private static final Operation MOVE = Operation.named("house", "move")
            .byIds(QUIET)
            .parameter(required("room", string(), ""))
            .composed("Goes together.", values -> true)
            .build();

    private static final Operation UPDATE = Operation.named("desk", "update")
            .byIds(SHOUTED)
            .byWhere(string())
            .parameter(required("values", values(), ""))
            .parameter(optional("notify", byDefault(bool(), BooleanNode.FALSE), ""))
            .build();

    private static final Operation SWEEP = Operation.named("desk", "sweep")
            .byWhere(object())
            .parameter(optional("gently", bool(), ""))
            .build();

    static final Catalogue CATALOGUE = new Catalogue(List.of(PAINT, MOVE, UPDATE, SWEEP));

    static final Connections CONNECTIONS = Connections.of(List.of(
            connection("house", "house", Map.of()),
            connection("desk", "desk", Map.of("fields.points", "number", "fields.done", "boolean")),
            connection("summer", "house", Map.of())));

    private static final Instructions INSTRUCTIONS = new Instructions(CATALOGUE, CONNECTIONS);

    private Samples() {}

    static Instructions instructions() {
        return INSTRUCTIONS;
    }

    private static ObjectNode values() {
        ObjectNode priority = object();
        priority.putObject("properties").set("key", string());
        priority.put("additionalProperties", false);
        ObjectNode values = object();
        ObjectNode known = values.putObject("properties");
        known.set("summary", string());
        known.set("priority", priority);
        known.set("tags", orNull(listOf(string())));
        return values;
    }

    private static Connection connection(String name, String provider, Map<String, String> options) {
        return new Connection(name, provider, URI.create("http://localhost:1"), Map.of(), options, Limits.at(10));
    }
}
