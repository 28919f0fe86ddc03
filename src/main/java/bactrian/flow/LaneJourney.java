package bactrian.flow;

import bactrian.dispatch.Lane;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** Sends a worker down the route of its lane's provider. It comes back when its lane has nothing more to send. */
final class LaneJourney implements Consumer<Lane> {
    private final Main main;
    private final ReportFault faults;

    LaneJourney(Main main, ReportFault faults) {
        this.main = main;
        this.faults = faults;
    }

    @Override
    public void accept(Lane lane) {
        try {
            Exchange back = main.getCamelTemplate().send(LaneRoutes.entrance(lane), exchange -> {
                exchange.getMessage().setBody(lane);
                exchange.setProperty(
                        LaneRoutes.ENDPOINT, exchange.getContext().getEndpoint(ProviderClient.endpoint(lane)));
            });
            if (back.getException() != null) {
                throw back.getException();
            }
        } catch (Exception failed) { // Camel declares nothing narrower.
            faults.report("lane " + lane.connection().name(), failed);
        }
    }
}
