package bactrian.provider.awork;

import bactrian.operation.Call;
import bactrian.operation.Connection;
import bactrian.operation.Pursuit;
import bactrian.operation.Secret;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Dialect;
import bactrian.provider.Reading;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** awork's language: the batch form out, four lists of ids back. It answers at once, so nothing is ever followed. */
final class AworkDialect implements Dialect {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Reads READS = new TaskReads();

    private final Connection connection;

    AworkDialect(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, String> authorization() {
        Secret token = connection.secret(AworkProvider.TOKEN).orElseThrow();
        return Map.of("Authorization", "Bearer " + token.reveal());
    }

    @Override
    public Request probe() {
        return Request.get("/users/me");
    }

    @Override
    public Request write(Call call) {
        ObjectNode form = JSON.objectNode();
        ArrayNode ids = form.putArray("taskIds");
        call.targets().forEach(ids::add);
        call.change().values().properties().forEach(value -> form.set(value.getKey(), part(value)));
        return Request.post("/tasks/batch/" + call.change().operation(), form.toString());
    }

    /** awork knows tags as objects only. */
    private static JsonNode part(Map.Entry<String, JsonNode> value) {
        if (!value.getKey().equals("tags")) {
            return value.getValue();
        }
        ArrayNode tags = JSON.arrayNode();
        value.getValue()
                .forEach(tag -> tags.add(tag.isTextual() ? JSON.objectNode().set("name", tag) : tag));
        return tags;
    }

    @Override
    public Reading read(Call call, Reply reply) {
        return reply.successful() ? MultiStatus.read(call, reply) : AworkRefusal.read(call, reply);
    }

    /** A task that a repeated {@code delete} does not find was deleted by the attempt before. */
    @Override
    public Reading afterLostAnswer(Call call, Reading reading) {
        if (!call.change().operation().equals("delete") || !(reading instanceof Reading.Settled settled)) {
            return reading;
        }
        return new Reading.Settled(settled.outcomes().stream()
                .map(outcome -> outcome.code() == Code.NOT_FOUND
                        ? Outcome.succeeded("Not there when asked again: deleted by the attempt whose answer was lost.")
                        : outcome)
                .toList());
    }

    @Override
    public Optional<Reads> reads(String operation) {
        return Optional.of(READS);
    }

    @Override
    public Request ask(Call call, Pursuit pursuit) {
        throw new IllegalArgumentException("awork answers at once: there is nothing to ask about " + pursuit.step());
    }

    @Override
    public Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
        return new Reading.Unreadable("awork answers at once: nothing was asked about " + pursuit.step());
    }
}
