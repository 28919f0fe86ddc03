package bactrian.flow;

import java.io.IOException;

/** Nothing was sent, because others may have taken over the call by now. */
final class LeaseExpired extends IOException {
    private static final long serialVersionUID = 1L;

    LeaseExpired() {
        super("the lease of this node has expired");
    }
}
