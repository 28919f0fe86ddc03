package bactrian.broker;

/** The broker cannot be started or reached. Its message is for people. */
public final class BrokerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
