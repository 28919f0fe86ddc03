package bactrian.provider.close;

import bactrian.operation.Call;
import bactrian.operation.Connection;
import bactrian.operation.Pursuit;
import bactrian.operation.Secret;
import bactrian.provider.Dialect;
import bactrian.provider.LostCall;
import bactrian.provider.Reading;
import bactrian.provider.Reads;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How calls to Close are written and its answers are read. */
final class CloseDialect implements Dialect {
    private static final Reads READS = new TaskReads();

    private final Connection connection;
    private final TaskUpdates tasks;

    CloseDialect(Connection connection) {
        this.connection = connection;
        this.tasks = new TaskUpdates(
                !connection.option(CloseProvider.READ_BACK).orElse("true").equals("false"));
    }

    /** The API key as user name with an empty password; else an OAuth token. */
    @Override
    public Map<String, String> authorization() {
        String header = connection
                .secret(CloseProvider.API_KEY)
                .map(key -> "Basic "
                        + Base64.getEncoder().encodeToString((key.reveal() + ":").getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> "Bearer "
                        + connection
                                .secret(CloseProvider.ACCESS_TOKEN)
                                .map(Secret::reveal)
                                .orElseThrow());
        return Map.of("Authorization", header);
    }

    @Override
    public Request probe() {
        return Request.get("/me/");
    }

    @Override
    public Request write(Call call) {
        return isBulkEdit(call) ? BulkEdits.write(call) : tasks.write(call);
    }

    @Override
    public Reading read(Call call, Reply reply) {
        return isBulkEdit(call) ? BulkEdits.read(reply) : tasks.read(call, reply);
    }

    @Override
    public Request ask(Call call, Pursuit pursuit) {
        return pursuit.step().equals(BulkEditSearch.STEP) ? BulkEditSearch.ask() : BulkEdits.ask(pursuit);
    }

    @Override
    public Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
        return pursuit.step().equals(BulkEditSearch.STEP)
                ? BulkEditSearch.read(call, pursuit, age, reply)
                : BulkEdits.read(pursuit, age, reply);
    }

    @Override
    public Optional<Pursuit> recovery(LostCall lost) {
        return isBulkEdit(lost.call()) ? Optional.of(BulkEditSearch.start(lost)) : Optional.empty();
    }

    /** Tasks can be read; what a bulk edit changes cannot be listed. */
    @Override
    public Optional<Reads> reads(String operation) {
        return operation.equals(CloseCatalogue.BULK_EDIT) ? Optional.empty() : Optional.of(READS);
    }

    /** A 429 says {@code {"error": {"rate_reset": 0.87, …}}}: seconds. None at all says nothing of when to come back. */
    @Override
    public Optional<Duration> retryAfter(Reply reply) {
        return reply.json()
                .map(json -> json.path("error").path("rate_reset"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .filter(seconds -> seconds > 0 && seconds <= Duration.ofDays(1).toSeconds())
                .map(seconds -> Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }

    private static boolean isBulkEdit(Call call) {
        return call.change().operation().equals(CloseCatalogue.BULK_EDIT);
    }
}
