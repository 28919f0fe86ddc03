package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Errand;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Records the attempt in the body, and leaves the lane there for the next claim. */
final class SettleCall implements Processor {

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, InterruptedException {
        Errand errand = exchange.getProperty(CallRequest.ERRAND, Errand.class);
        errand.settle(exchange.getMessage().getMandatoryBody(Attempt.class));
        exchange.getMessage().setBody(errand.lane());
    }
}
