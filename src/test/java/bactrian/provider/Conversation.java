package bactrian.provider;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Operation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one call to a simulator and asks on until there is nothing more to ask. No waiting, no repeats. */
final class Conversation implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_QUESTIONS = 50;

    private final Provider provider;
    private final Dialect dialect;
    private final SimulatedAccount account;

    Conversation(Provider provider, Map<String, String> settings) {
        this.provider = provider;
        this.account = new SimulatedAccount(provider.name());
        this.dialect = SimulatedAccount.dialect(provider, settings);
    }

    /** What became of the call, as case files write it. */
    String with(String operation, String values, String... ids) throws IOException, InterruptedException {
        return with(operation, values, Optional.empty(), List.of(ids));
    }

    /** What became of a call by a selection. */
    String where(String operation, String values, String where) throws IOException, InterruptedException {
        return with(operation, values, Optional.of(json(where)), List.of());
    }

    private String with(String operation, String values, Optional<JsonNode> where, List<String> ids)
            throws IOException, InterruptedException {
        Operation entry = provider.operations().stream()
                .filter(one -> one.name().equals(operation))
                .findFirst()
                .orElseThrow();
        ObjectNode filled = Checked.filledIn(entry, (ObjectNode) json(values));
        Change change = new Change(provider.name(), provider.name(), operation, filled, where);
        Call call = new Call("20261122T022055Z-test-0000", 1, change, ids, 0);
        Reading reading = dialect.read(call, account.send(dialect, dialect.write(call)));
        for (int asked = 0; reading instanceof Reading.Following following && asked < MOST_QUESTIONS; asked++) {
            Questions questions = new Questions(dialect, call, Map::of);
            Reply answer = account.send(dialect, questions.ask(following.pursuit()));
            reading = questions.read(following.pursuit(), Duration.ZERO, answer);
        }
        return ReadingText.of(reading).toString();
    }

    @Override
    public void close() {
        account.close();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
