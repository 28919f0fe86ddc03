package bactrian.flow;

import bactrian.dispatch.Attempt;
import java.io.IOException;

/** No answer was got, and it is known whether the request had left. */
final class RequestFailed extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Attempt attempt;

    RequestFailed(Attempt attempt, IOException cause) {
        super(cause);
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }
}
