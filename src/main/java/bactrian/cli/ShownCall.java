package bactrian.cli;

import bactrian.operation.Call;
import bactrian.operation.Connection;
import bactrian.operation.Secret;
import bactrian.outcome.Figures;
import bactrian.provider.Dialect;
import bactrian.provider.Provider;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** A call as the request it will be, secrets masked. */
record ShownCall(Call call, Connection connection, Request request, Map<String, String> headers) {

    static ShownCall of(Call call, Connection connection, Provider provider) {
        Dialect dialect = provider.dialect(connection);
        Request request = dialect.write(call);
        Map<String, String> headers = new TreeMap<>(request.headers());
        if (provider.profile().missing().apply(connection).isEmpty()) {
            dialect.authorization().keySet().forEach(name -> headers.put(name, Secret.MASK));
        }
        return new ShownCall(call, connection, request, headers);
    }

    /** Several lines for people. */
    String text() {
        StringBuilder text = new StringBuilder("  call ")
                .append(call.number())
                .append(", ")
                .append(Figures.count(call.size(), "edit"))
                .append(", connection ")
                .append(connection.name())
                .append('\n')
                .append("    ")
                .append(request.method())
                .append(' ')
                .append(connection.baseUrl())
                .append(request.path())
                .append('\n');
        headers.forEach((name, value) ->
                text.append("    ").append(name).append(": ").append(value).append('\n'));
        request.body().ifPresent(body -> text.append("    ").append(body).append('\n'));
        return text.toString();
    }

    ObjectNode json() {
        ObjectNode node = Json.object()
                .put("call", call.number())
                .put("connection", connection.name())
                .put("edits", call.size())
                .put("method", request.method())
                .put("url", connection.baseUrl() + request.path());
        ObjectNode shown = node.putObject("headers");
        headers.forEach(shown::put);
        request.body().ifPresent(body -> node.put("body", body));
        return node;
    }
}
