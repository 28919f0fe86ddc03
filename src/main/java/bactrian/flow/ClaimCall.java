package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.dispatch.Lane;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Takes the lane in the body and leaves its next errand there; nothing when there is none now. */
final class ClaimCall implements Processor {

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        Lane lane = exchange.getMessage().getBody(Lane.class);
        @Nullable Errand errand = lane.next().orElse(null);
        exchange.getMessage().setBody(errand);
    }
}
