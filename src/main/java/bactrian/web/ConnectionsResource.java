package bactrian.web;

import bactrian.dispatch.Lane;
import bactrian.ledger.Pauses;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** {@code /api/connections}: the accounts at the providers, how they are, and pausing them. */
final class ConnectionsResource implements Resource {
    private final Parts parts;
    private final Connections connections;
    private final Pauses pauses;

    ConnectionsResource(Parts parts) {
        this.parts = parts;
        this.connections = parts.settings().connections();
        this.pauses = parts.ledger().pauses();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/connections", "List the connections", this::list)
                        .answers(200, "The connections, with their rate, pauses and trouble"),
                Endpoint.post("/api/connections/{name}/pause", "Send nothing more over a connection", this::pause)
                        .answers(200, "The connection"),
                Endpoint.post("/api/connections/{name}/resume", "Let a connection go on", this::resume)
                        .answers(200, "The connection"));
    }

    private WebResponse list(WebRequest request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("connections");
        connections.all().forEach(connection -> listed.add(view(connection)));
        return WebResponse.json(200, answer);
    }

    private WebResponse pause(WebRequest request) throws Refused {
        return change(request, name -> pauses.pause(name, Parts.WHO), "paused already");
    }

    /** Resuming also ends a rest: who resumes says that the provider is back or the credentials are renewed. */
    private WebResponse resume(WebRequest request) throws Refused {
        return change(
                request,
                name -> {
                    boolean rested = parts.lanes()
                            .of(name)
                            .map(Lane::state)
                            .flatMap(state -> state.trouble())
                            .isPresent();
                    parts.lanes().of(name).ifPresent(Lane::resume);
                    return pauses.resume(name) || rested;
                },
                "not paused");
    }

    private WebResponse change(WebRequest request, Predicate<String> verb, String otherwise) throws Refused {
        String name = request.step("name");
        Connection connection =
                connections.find(name).orElseThrow(() -> Refused.because(404, "There is no connection " + name + "."));
        if (!verb.test(name)) {
            throw Refused.because(409, "The connection " + name + " is " + otherwise + ".");
        }
        return WebResponse.json(200, view(connection));
    }

    private ObjectNode view(Connection connection) {
        return ConnectionView.of(
                connection,
                parts.settings().missing().apply(connection),
                parts.lanes().of(connection.name()).map(Lane::state),
                pauses.all().stream()
                        .filter(pause -> pause.connection().equals(connection.name()))
                        .findFirst());
    }
}
