package bactrian.flow;

import bactrian.outcome.RootCause;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;

/** The routes cannot be started. The message says for people what is wrong. */
public final class GatewayBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String ROUTES = "The routes cannot be started: ";

    GatewayBroken(Exception cause) {
        super(ROUTES + place(cause) + RootCause.of(cause).getMessage(), cause);
    }

    /** @param fault of a route file */
    static GatewayBroken byRoutes(String fault) {
        return new GatewayBroken(ROUTES + fault);
    }

    GatewayBroken(String message) {
        super(message);
    }

    /** Which route it is, where Camel knows: the deepest message often says only what, not where. */
    private static String place(Throwable cause) {
        for (Throwable trouble = cause; trouble != null; trouble = trouble.getCause()) {
            if (trouble instanceof FailedToCreateRouteException route) {
                return "route " + route.getRouteId() + ": ";
            }
            if (trouble instanceof FailedToStartRouteException route) {
                return "route " + route.getRouteId() + ": ";
            }
        }
        return "";
    }
}
