package bactrian.web;

import bactrian.operation.Catalogue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET /api/operations}: the catalogue. */
final class OperationsResource implements Resource {
    private final Catalogue catalogue;

    OperationsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/operations", "List what can be done", this::list)
                .query("provider", "only those of this provider")
                .answers(200, "The catalogue: operations with parameters, limits and whether a repeat is safe"));
    }

    private WebResponse list(WebRequest request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode operations = answer.putArray("operations");
        catalogue.all().stream()
                .filter(operation -> request.parameter("provider")
                        .map(operation.provider()::equals)
                        .orElse(true))
                .forEach(operation -> operations.add(OperationView.of(operation)));
        return WebResponse.json(200, answer);
    }
}
