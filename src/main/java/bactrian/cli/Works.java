package bactrian.cli;

import bactrian.broker.BrokerState;
import java.net.URI;
import java.util.Optional;

/** Whatever works on the jobs of a home, running: planning, sending, writing results. */
public interface Works extends AutoCloseable {

    /** How the broker that messages come from is doing, if there is one. */
    Optional<BrokerState> queue();

    /** Where it is served over HTTP, if it is. */
    Optional<URI> http();

    /** What keeps work from going on, and has for a while: said to people. */
    Optional<String> trouble();

    /** A job was recorded or released: looks for it at once. */
    void wake();

    /** Takes nothing more, settles the calls in flight, stops. The rest stays in the ledger. */
    @Override
    void close();
}
