package bactrian.flow;

import bactrian.dispatch.Lane;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.seda.SedaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A route that wakes the workers of another one.
 *
 * @param route its id
 * @param workers the id of the other, whose workers wait at a queue in memory
 */
record Bell(String route, String workers) {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final Bell PLAN = new Bell("plan-bell", "plan");

    /** No name of a connection makes one the other's. */
    static Bell of(Lane lane) {
        return new Bell(
                "bell-" + lane.connection().name(), "lane-" + lane.connection().name());
    }

    static List<Bell> all(List<Lane> lanes) {
        return Stream.concat(Stream.of(PLAN), lanes.stream().map(Bell::of)).toList();
    }

    /**
     * Tells all workers at once that a stop begins; each notices when it next looks up. Camel, stopping, would tell those of
     * one queue after those of the other, and wait for each. Returns at once. Whatever fails here costs time only: Camel
     * stops everything all the same.
     */
    static void silence(CamelContext context, List<Bell> bells) {
        List<Bell> ringing = bells.stream().filter(bell -> bell.rings(context)).toList();
        try {
            for (Bell bell : ringing) {
                // First, so that nothing is left in a queue that nobody empties any more.
                context.getRouteController().stopRoute(bell.route);
            }
        } catch (Exception failed) { // Camel declares nothing narrower.
            LOG.debug("A bell cannot be stopped", failed);
            return;
        }
        ringing.forEach(bell -> bell.sendHome(context));
    }

    private boolean rings(CamelContext context) {
        return context.getRoute(route) != null && context.getRoute(workers) != null;
    }

    /** In a thread, since telling includes waiting for who is at work. */
    private void sendHome(CamelContext context) {
        if (context.getRoute(workers).getConsumer() instanceof SedaConsumer queue) {
            Thread thread = new Thread(() -> queue.prepareShutdown(false, false), "closing-" + workers);
            thread.setDaemon(true);
            thread.start();
        }
    }
}
