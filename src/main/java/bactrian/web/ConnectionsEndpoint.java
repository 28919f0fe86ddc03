package bactrian.web;

import bactrian.ledger.Pauses;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** {@code /api/connections}: the accounts at the providers, and pausing them. */
public final class ConnectionsEndpoint {
    private final Connections connections;
    private final Function<Connection, Optional<String>> missing;
    private final Pauses pauses;

    /** @param missing what a connection still needs before anything can be sent */
    public ConnectionsEndpoint(Connections connections, Function<Connection, Optional<String>> missing, Pauses pauses) {
        this.connections = connections;
        this.missing = missing;
        this.pauses = pauses;
    }

    /** {@code GET /api/connections}. */
    WebResponse list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("connections");
        connections.all().forEach(connection -> listed.add(view(connection)));
        return WebResponse.json(200, answer);
    }

    /** {@code POST /api/connections/{name}/pause}. @param who for the record */
    WebResponse pause(String name, String who) {
        return withConnection(name, () -> pauses.pause(name, who), "paused already");
    }

    /** {@code POST /api/connections/{name}/resume}. */
    WebResponse resume(String name) {
        return withConnection(name, () -> pauses.resume(name), "not paused");
    }

    private WebResponse withConnection(String name, Change change, String otherwise) {
        Optional<Connection> connection = connections.find(name);
        if (connection.isEmpty()) {
            return ProblemDetail.of(404, "Not Found", "There is no connection " + name + ".");
        }
        return change.made()
                ? WebResponse.json(200, view(connection.get()))
                : ProblemDetail.of(409, "Conflict", "The connection " + name + " is " + otherwise + ".");
    }

    private interface Change {
        boolean made();
    }

    private ObjectNode view(Connection connection) {
        Optional<String> lacking = missing.apply(connection);
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("name", connection.name())
                .put("provider", connection.provider())
                .put("baseUrl", connection.baseUrl().toString())
                .put("requestsPerSecond", connection.limits().requestsPerSecond())
                .put("ready", lacking.isEmpty());
        lacking.ifPresent(what -> view.put("missing", what));
        pauses.all().stream()
                .filter(pause -> pause.connection().equals(connection.name()))
                .forEach(pause -> view.putObject("paused")
                        .put("by", pause.who())
                        .put("since", pause.since().toString()));
        return view;
    }
}
