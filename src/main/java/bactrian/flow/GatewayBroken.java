package bactrian.flow;

/** The routes cannot be started. The message says for people what is wrong. */
public final class GatewayBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayBroken(Exception cause) {
        super("The routes cannot be started: " + deepest(cause).getMessage(), cause);
    }

    GatewayBroken(String message) {
        super(message);
    }

    private static Throwable deepest(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
