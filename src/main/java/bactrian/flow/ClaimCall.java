package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.dispatch.Lane;
import bactrian.dispatch.Recording;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lane in the body and leaves its next errand there; nothing when there is none now. What came of the errand
 * before is durable then, too.
 */
final class ClaimCall implements Processor {

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        Lane lane = exchange.getMessage().getBody(Lane.class);
        @Nullable
        Recording before =
                exchange.removeProperty(SettleCall.RECORDING) instanceof Recording recording ? recording : null;
        @Nullable Errand errand = (before == null ? lane.next() : lane.next(before)).orElse(null);
        exchange.getMessage().setBody(errand);
    }
}
