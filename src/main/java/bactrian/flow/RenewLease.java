package bactrian.flow;

import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Gives the other nodes a sign of life, and takes over from those that give none. */
final class RenewLease implements Processor {
    private final Lease lease;
    private final Lanes lanes;

    RenewLease(Lease lease, Lanes lanes) {
        this.lease = lease;
        this.lanes = lanes;
    }

    @Override
    public void process(Exchange exchange) {
        lease.renew();
        lanes.recover();
    }
}
