package bactrian.flow;

import java.io.IOException;

/** Nothing was sent: others may have taken over the call by now, or there was no room for it. */
final class NotPermitted extends IOException {
    private static final long serialVersionUID = 1L;

    NotPermitted() {
        super("it must not be sent now");
    }
}
