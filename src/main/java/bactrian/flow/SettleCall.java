package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Errand;
import bactrian.dispatch.Recording;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Begins to record the attempt in the body, and leaves the lane there for the next claim. */
final class SettleCall implements Processor {
    /** What the next claim waits for, too. */
    static final String RECORDING = "recording";

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, InterruptedException {
        Errand errand = exchange.getProperty(CallRequest.ERRAND, Errand.class);
        Recording recording = errand.settle(exchange.getMessage().getMandatoryBody(Attempt.class));
        exchange.setProperty(RECORDING, recording);
        exchange.getMessage().setBody(errand.lane());
    }
}
