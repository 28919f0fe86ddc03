package bactrian.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** The OpenAPI document of the endpoints, made from the same list that requests are answered from. */
final class OpenApi implements Resource {
    static final String PATH = "/api/openapi.json";

    private final List<Endpoint> described;

    /** @param others all endpoints but its own */
    OpenApi(List<Endpoint> others) {
        this.described = Stream.concat(others.stream(), Stream.of(own())).toList();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(own());
    }

    private Endpoint own() {
        return Endpoint.get(PATH, "Describe this API", request -> WebResponse.json(200, document()))
                .answers(200, "An OpenAPI 3.1 document");
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Bactrian")
                .put("version", "1")
                .put(
                        "description",
                        "A self-hosted bulk-edit gateway: hand instructions in, follow the job, take its results.");
        ObjectNode paths = document.putObject("paths");
        described.forEach(endpoint -> paths.withObject("/" + pointer(endpoint.path()))
                .set(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint)));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Only where the service was given a token (BACTRIAN_HTTP_TOKEN).");
        return document;
    }

    private static String pointer(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }

    private static ObjectNode operation(Endpoint endpoint) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode().put("summary", endpoint.summary());
        ArrayNode parameters = operation.putArray("parameters");
        new PathTemplate(endpoint.path()).variables().forEach(name -> parameter(parameters, name, "path", ""));
        endpoint.query().forEach(query -> parameter(parameters, query.name(), "query", query.what()));
        if (!endpoint.takes().isEmpty()) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            endpoint.takes().forEach(type -> content.putObject(type));
        }
        ObjectNode responses = operation.putObject("responses");
        for (Endpoint.Answer answer : endpoint.answers()) {
            ObjectNode content = responses
                    .putObject(String.valueOf(answer.status()))
                    .put("description", answer.what())
                    .putObject("content");
            answer.mediaTypes().forEach(type -> content.putObject(type));
        }
        responses
                .putObject("default")
                .put("description", "A problem document (RFC 9457)")
                .putObject("content")
                .putObject(ProblemDetail.MEDIA_TYPE);
        ArrayNode security = operation.putArray("security");
        security.addObject();
        if (!endpoint.open()) {
            security.addObject().putArray("token");
        }
        return operation;
    }

    private static void parameter(ArrayNode parameters, String name, String place, String what) {
        ObjectNode parameter =
                parameters.addObject().put("name", name).put("in", place).put("required", place.equals("path"));
        if (!what.isEmpty()) {
            parameter.put("description", what);
        }
        parameter.putObject("schema").put("type", "string");
    }
}
