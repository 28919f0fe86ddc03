package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.dispatch.Errand.Fault;
import bactrian.ledger.LedgerUnavailable;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Records a request that failed, and leaves the lane in the body for the next claim. */
final class SettleFailure implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        Errand errand = exchange.getProperty(CallRequest.ERRAND, Errand.class);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof RequestFailed failed) {
            exchange.setProperty(SettleCall.RECORDING, errand.settle(failed.attempt()));
        } else if (failure instanceof NotPermitted) {
            errand.abandon();
        } else if (failure instanceof LedgerUnavailable || failure instanceof InterruptedException) {
            throw failure; // It stays recorded as being sent; the next start takes care of it.
        } else {
            boolean unsent = exchange.getMessage().getBody() instanceof Errand;
            errand.fault(unsent ? Fault.BEFORE_SENDING : Fault.AFTER_SENDING, failure);
        }
        exchange.getMessage().setBody(errand.lane());
    }
}
