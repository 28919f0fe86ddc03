package bactrian.provider.awork;

import static bactrian.provider.Schemas.bool;
import static bactrian.provider.Schemas.dateTime;
import static bactrian.provider.Schemas.integer;
import static bactrian.provider.Schemas.listOf;
import static bactrian.provider.Schemas.object;
import static bactrian.provider.Schemas.oneOf;
import static bactrian.provider.Schemas.orNull;
import static bactrian.provider.Schemas.shown;
import static bactrian.provider.Schemas.string;
import static bactrian.provider.Schemas.uuid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parameters of awork's form that have parts. */
final class AworkSchemas {
    private AworkSchemas() {}

    /** The entries' names are inferred: the document says “from old task status to new task status”. */
    static ObjectNode statusMapping() {
        ObjectNode entry = closed();
        property(entry, "oldStatusId", uuid());
        property(entry, "newStatusId", uuid());
        require(entry, "oldStatusId", "newStatusId");
        return listOf(entry).put("minItems", 1);
    }

    /** A plain text stands for a tag of that name, so that a list cell will do. */
    static ObjectNode tags() {
        ObjectNode tag = closed();
        property(tag, "name", name());
        property(
                tag,
                "color",
                orNull(oneOf(
                        "red", "coral", "yellow", "green", "teal", "arctic", "blue", "azure", "purple", "violet")));
        require(tag, "name");
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(name()).add(tag);
        return shown(
                listOf(either).put("minItems", 1),
                JsonNodeFactory.instance.arrayNode().add("Design").add("Web"));
    }

    static ObjectNode plannerData() {
        ObjectNode data = closed();
        property(data, "referenceTaskId", uuid());
        property(data, "targetStartDate", orNull(dateTime()));
        property(data, "targetEndDate", orNull(dateTime()));
        property(data, "targetLaneOrder", orNull(integer()));
        property(data, "setDates", bool());
        property(
                data,
                "moveType",
                oneOf("DateOnly", "LaneOnly", "DateAndLane", "AssigneeChange", "AssigneeAndLane", "AssigneeAndDate"));
        require(data, "referenceTaskId");
        return data;
    }

    private static ObjectNode name() {
        return string().put("maxLength", 255);
    }

    private static ObjectNode closed() {
        return object().put("additionalProperties", false);
    }

    private static void property(ObjectNode object, String name, ObjectNode schema) {
        object.withObject("/properties").set(name, schema);
    }

    private static void require(ObjectNode object, String... names) {
        for (String name : names) {
            object.withArray("/required").add(name);
        }
    }
}
