package bactrian.dispatch;

import bactrian.provider.Request;

/** The way to one connection's provider, for questions outside any call. */
@FunctionalInterface
public interface Wire {
    /** Sends a request once, with credentials. */
    Attempt send(Request request);
}
