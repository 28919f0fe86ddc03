package bactrian.web;

import bactrian.dispatch.Lane;
import bactrian.ledger.LaneState;
import bactrian.operation.Connection;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code /health}: for people and monitors all of it; for whoever starts and stops the service whether it lives and is
 * ready, which says nothing of anybody's data and so needs no token.
 */
final class HealthResource implements Resource {
    private static final int WELL = 200;
    private static final int NOT_WELL = 503;

    private final Parts parts;
    private final List<HealthCheck> checks;
    private final List<HealthCheck> further;

    /**
     * @param checks what must be well for anything to work
     * @param further what else should be well
     */
    HealthResource(Parts parts, List<HealthCheck> checks, List<HealthCheck> further) {
        this.parts = parts;
        this.checks = List.copyOf(checks);
        this.further = List.copyOf(further);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health", "How everything is", request -> all())
                        .answers(WELL, "up; degraded where a connection rests or the broker is away")
                        .answers(NOT_WELL, "down: nothing works"),
                Endpoint.get("/health/live", "Whether the service lives", request -> status(WELL, "up"))
                        .answers(WELL, "It does")
                        .openToAll(),
                Endpoint.get("/health/ready", "Whether the service can work", request -> ready())
                        .answers(WELL, "It can")
                        .answers(NOT_WELL, "It cannot")
                        .openToAll());
    }

    private WebResponse ready() {
        return works() ? status(WELL, "up") : status(NOT_WELL, "down");
    }

    private boolean works() {
        return checks.stream().allMatch(check -> check.trouble().get().isEmpty());
    }

    private WebResponse all() {
        ObjectNode health = JsonNodeFactory.instance.objectNode();
        health.put("status", "up");
        boolean down = show(checks, health);
        boolean degraded = show(further, health);
        ObjectNode connections = health.putObject("connections");
        for (Connection connection : parts.settings().connections().all()) {
            Optional<LaneState> lane = parts.lanes().of(connection.name()).map(Lane::state);
            Optional<String> missing = parts.settings().missing().apply(connection);
            String state = ConnectionView.state(missing, lane, Optional.empty());
            ObjectNode shown = connections
                    .putObject(connection.name())
                    .put("status", state.equals("resting") ? "down" : "up")
                    .put("state", state);
            missing.or(() -> lane.flatMap(LaneState::trouble).map(LaneState.Trouble::why))
                    .ifPresent(why -> shown.put("message", why));
            degraded |= state.equals("resting");
        }
        if (degraded) {
            health.put("status", "degraded");
        }
        if (down) {
            health.put("status", "down");
        }
        return WebResponse.json(down ? NOT_WELL : WELL, health);
    }

    /** @return whether one of them is not well */
    private static boolean show(List<HealthCheck> checks, ObjectNode health) {
        boolean down = false;
        for (HealthCheck check : checks) {
            Optional<String> trouble = check.trouble().get();
            ObjectNode shown = health.putObject(check.name()).put("status", trouble.isEmpty() ? "up" : "down");
            trouble.ifPresent(what -> shown.put("message", what));
            down |= trouble.isPresent();
        }
        return down;
    }

    private static WebResponse status(int status, String word) {
        return WebResponse.json(status, JsonNodeFactory.instance.objectNode().put("status", word));
    }
}
