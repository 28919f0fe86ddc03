package bactrian.web;

import bactrian.ledger.LaneState;
import bactrian.ledger.Pauses.Pause;
import bactrian.operation.Connection;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A connection as it is shown over HTTP and on the command line: never its credentials. */
public final class ConnectionView {
    private ConnectionView() {}

    /** @param missing what it still needs before anything can be sent */
    public static ObjectNode of(
            Connection connection, Optional<String> missing, Optional<LaneState> lane, Optional<Pause> pause) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("name", connection.name())
                .put("provider", connection.provider())
                .put("baseUrl", connection.baseUrl().toString())
                .put("state", state(missing, lane, pause))
                .put("requestsPerSecond", connection.limits().requestsPerSecond())
                .put("maxConcurrentCalls", connection.limits().maxConcurrentCalls());
        missing.ifPresent(what -> view.put("missing", what));
        pause.ifPresent(paused -> view.putObject("paused")
                .put("by", paused.who())
                .put("since", paused.since().toString()));
        if (missing.isEmpty()) {
            lane.flatMap(LaneState::trouble).ifPresent(trouble -> view.putObject("trouble")
                    .put("code", trouble.code().word())
                    .put("message", trouble.why())
                    .put("hint", trouble.code().hint())
                    .put("since", trouble.since().toString())
                    .put("nextProbe", trouble.nextProbe().toString())
                    .put("probes", trouble.probes()));
        }
        lane.flatMap(LaneState::limitedSince).ifPresent(since -> view.put("limitedSince", since.toString()));
        return view;
    }

    /** In one word: {@code unready}, {@code paused}, {@code resting}, {@code limited} or {@code ready}. */
    static String state(Optional<String> missing, Optional<LaneState> lane, Optional<Pause> pause) {
        if (missing.isPresent()) {
            return "unready";
        }
        if (pause.isPresent()) {
            return "paused";
        }
        if (lane.flatMap(LaneState::trouble).isPresent()) {
            return "resting";
        }
        return lane.flatMap(LaneState::limitedSince).isPresent() ? "limited" : "ready";
    }
}
