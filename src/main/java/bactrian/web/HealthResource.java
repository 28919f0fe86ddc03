package bactrian.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** {@code GET /health}. */
final class HealthResource implements Resource {

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/health",
                        "Whether it is well",
                        request -> WebResponse.json(
                                200, JsonNodeFactory.instance.objectNode().put("status", "up")))
                .answers(200, "It is")
                .openToAll());
    }
}
