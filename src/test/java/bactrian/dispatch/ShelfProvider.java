package bactrian.dispatch;

import static bactrian.provider.Schemas.optional;
import static bactrian.provider.Schemas.string;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import bactrian.operation.OperationDraft;
import bactrian.operation.Pursuit;
import bactrian.operation.Reversal;
import bactrian.operation.TargetForm;
import bactrian.operation.Undo;
import bactrian.provider.Dialect;
import bactrian.provider.Profile;
import bactrian.provider.Provider;
import bactrian.provider.Reading;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A provider that shows the things on a shelf, two a question. {@code set} sets what it says, {@code take} takes away. */
public final class ShelfProvider implements Provider {
    public static final String SET = "set";
    public static final String TAKE = "take";
    /** Nobody sees what it changes. */
    public static final String HIDE = "hide";

    public static final Connection CONNECTION =
            new Connection("shelf", "shelf", URI.create("http://localhost"), Map.of(), Map.of(), Limits.at(1_000));

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ObjectNode> things = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Puts a thing there, or another text on it. */
    public void put(String thing, String text) {
        things.put(thing, text(text));
    }

    public Optional<ObjectNode> thing(String thing) {
        return Optional.ofNullable(things.get(thing)).map(ObjectNode::deepCopy);
    }

    /** Makes a change. */
    public void change(String thing, Change change) {
        if (change.operation().equals(TAKE)) {
            things.remove(thing);
        } else {
            things.computeIfPresent(thing, (name, before) -> before.setAll(change.values()));
        }
    }

    /** Paths of all questions so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public static ObjectNode text(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    public static Change change(String operation, ObjectNode values) {
        return new Change("shelf", "shelf", operation, values, Optional.empty());
    }

    /** Answers questions about things; what is named {@code locked} may not be looked at. */
    public Inquiry inquiry(Connection connection) {
        return Inquiry.alone(connection, this, new VirtualTime(), new Random(1), request -> {
            asked.add(request.path());
            return new Attempt.Answered(answer(request.path()));
        });
    }

    private Reply answer(String path) {
        if (path.contains("locked")) {
            return new Reply(403, Map.of(), "no");
        }
        Map<String, ObjectNode> shown = new LinkedHashMap<>();
        for (String name : path.substring(path.lastIndexOf('/') + 1).split(",")) {
            things.forEach((thing, values) -> {
                if (thing.equals(name) || name.equals("*")) {
                    shown.put(thing, values);
                }
            });
        }
        return new Reply(200, Map.of(), JSON.valueToTree(shown).toString());
    }

    @Override
    public String name() {
        return "shelf";
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Shelf", URI.create("http://localhost"), "SHELF_URL", 10, List.of(), connection -> Optional.empty());
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                operation(SET)
                        .byWhere(string())
                        .undone("Can be undone.", new Back())
                        .build(),
                operation(TAKE).notUndone("It is gone.").build(),
                operation(HIDE).notUndone("Nobody sees it.").build());
    }

    private static OperationDraft operation(String name) {
        return Operation.named("shelf", name)
                .byIds(TargetForm.of("[a-z0-9_]+", "thing", TargetForm.Letters.MATTER))
                .parameter(optional("text", string(), "What is written on it."))
                .safeToRepeat();
    }

    @Override
    public Dialect dialect(Connection connection) {
        return new Eyes();
    }

    private static final class Back implements Reversal {
        @Override
        public Optional<String> never(ObjectNode values) {
            return Optional.empty();
        }

        @Override
        public Undo undo(ObjectNode values, ObjectNode before) {
            return before.path("text").asText().equals("blank")
                    ? new Undo.Impossible("Nothing can be wiped off.")
                    : new Undo.Steps(List.of(new Undo.Step(SET, before)));
        }
    }

    /** It only looks: nothing is sent. */
    static final class Eyes implements Dialect, Reads {

        @Override
        public Optional<Reads> reads(String operation) {
            return operation.equals(HIDE) ? Optional.empty() : Optional.of(this);
        }

        @Override
        public int most() {
            return 2;
        }

        @Override
        public Request ask(List<String> targets) {
            return Request.get("/shown/" + String.join(",", targets));
        }

        @Override
        public Optional<Request> list(Change change, int page) {
            return change.where().map(where -> Request.get("/list/" + where.asText()));
        }

        @Override
        public Optional<Page> read(Reply reply) {
            return reply.json().filter(JsonNode::isObject).map(body -> {
                Map<String, ObjectNode> values = new LinkedHashMap<>();
                body.properties().forEach(one -> values.put(one.getKey(), (ObjectNode) one.getValue()));
                return new Page(values, false);
            });
        }

        @Override
        public ObjectNode kept(Change change, ObjectNode present) {
            return present.deepCopy();
        }

        @Override
        public Expected expected(Change change, ObjectNode before) {
            return change.operation().equals(TAKE)
                    ? new Expected(JSON.createObjectNode(), Extent.GONE)
                    : new Expected(change.values(), Extent.ALL);
        }

        @Override
        public boolean same(String field, JsonNode one, JsonNode other) {
            return one.equals(other);
        }

        @Override
        public Request probe() {
            return Request.get("/");
        }

        @Override
        public Map<String, String> authorization() {
            return Map.of();
        }

        @Override
        public Request write(Call call) {
            throw new UnsupportedOperationException("only looked at");
        }

        @Override
        public Reading read(Call call, Reply reply) {
            throw new UnsupportedOperationException("only looked at");
        }

        @Override
        public Request ask(Call call, Pursuit pursuit) {
            throw new UnsupportedOperationException("only looked at");
        }

        @Override
        public Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
            throw new UnsupportedOperationException("only looked at");
        }
    }
}
