package bactrian.plan;

import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Edit;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds the edits of a made-up document and a made-up provider whose calls take {@code limit} ids. */
final class Rows {
    private final List<Edit> edits = new ArrayList<>();

    static Catalogue catalogue(int limit) {
        return new Catalogue(List.of(
                Operation.named("shop", "set")
                        .idsPerCall(values -> values.path("limit").asInt(limit))
                        .build(),
                Operation.named("shop", "delete").idsPerCall(limit).destroys().build()));
    }

    static Connections connections() {
        return Connections.of(List.of(connection("shop"), connection("other")));
    }

    private static Connection connection(String name) {
        return new Connection(name, "shop", URI.create("http://localhost"), Map.of(), Map.of(), Limits.at(10));
    }

    static Change change(String connection, String value) {
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("value", value);
        return new Change(connection, "shop", "set", values, Optional.empty());
    }

    Rows set(String connection, String value, String target) {
        return add(target, change(connection, value), OptionalLong.empty());
    }

    Rows set(String value, String target) {
        return set("shop", value, target);
    }

    Rows where(String connection, String value, String query) {
        Change change = change(connection, value);
        return add(
                "",
                new Change(connection, "shop", "set", change.values(), Optional.of(TextNode.valueOf(query))),
                OptionalLong.empty());
    }

    Rows bundle(String connection, long bundle, String value, List<String> targets) {
        targets.forEach(target -> add(target, change(connection, value), OptionalLong.of(bundle)));
        return this;
    }

    List<Edit> edits() {
        return List.copyOf(edits);
    }

    private Rows add(String target, Change change, OptionalLong bundle) {
        edits.add(new Edit(edits.size(), target, change, bundle));
        return this;
    }
}
