package bactrian.web;

import bactrian.operation.Operation;
import bactrian.operation.Operation.Selector;
import bactrian.operation.Parameter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An entry of the catalogue as data. */
public final class OperationView {

    private OperationView() {}

    public static ObjectNode of(Operation operation) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("provider", operation.provider())
                .put("operation", operation.name())
                .put("summary", operation.summary())
                .put("endpoint", operation.endpoint());
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : operation.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("required", parameter.required())
                    .put("description", parameter.description())
                    .set("schema", parameter.schema());
        }
        ArrayNode selectors = node.putArray("selectors");
        operation.selectors().stream()
                .sorted()
                .map(Selector::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(selectors::add);
        node.put("repeat", operation.repeatNote());
        if (!operation.compositionNote().isEmpty()) {
            node.put("composition", operation.compositionNote());
        }
        node.put("destroys", operation.destroys());
        ArrayNode notes = node.putArray("notes");
        operation.notes().forEach(notes::add);
        return node.put("source", operation.source());
    }
}
