package bactrian.web;

import bactrian.operation.Catalogue;
import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** {@code GET /api/operations}: the catalogue. */
public final class CatalogueEndpoint {
    private final Catalogue catalogue;

    public CatalogueEndpoint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public WebResponse list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode operations = answer.putArray("operations");
        catalogue.all().forEach(operation -> operations.add(view(operation)));
        return WebResponse.json(200, answer);
    }

    private static ObjectNode view(Operation operation) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("provider", operation.provider())
                .put("operation", operation.name())
                .put("summary", operation.summary())
                .put("endpoint", operation.endpoint())
                .put("repeat", operation.repeatNote())
                .put("destroys", operation.destroys());
        ArrayNode selectors = view.putArray("selectors");
        operation.selectors().stream()
                .map(selector -> selector.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(selectors::add);
        ArrayNode parameters = view.putArray("parameters");
        for (Parameter parameter : operation.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("required", parameter.required())
                    .put("description", parameter.description())
                    .set("schema", parameter.schema());
        }
        ArrayNode notes = view.putArray("notes");
        operation.notes().forEach(notes::add);
        return view;
    }
}
