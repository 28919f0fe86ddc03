package bactrian.flow;

import bactrian.dispatch.Lanes;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Wakes the workers of all lanes that have something to send. May be rung by anybody at any time. */
final class Bell implements Processor {
    private final Lanes lanes;
    private final Workers workers;

    Bell(Lanes lanes, Workers workers) {
        this.lanes = lanes;
        this.workers = workers;
    }

    @Override
    public void process(Exchange exchange) {
        ring();
    }

    /** There is something new in the ledger: it is sent at once. */
    void wake() {
        lanes.wake();
        ring();
    }

    private void ring() {
        lanes.due(workers::isAnybodyFree).forEach(workers::wake);
    }
}
