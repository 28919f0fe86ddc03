package bactrian.flow;

import bactrian.ledger.Tellings;
import bactrian.results.Endings;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code ended:NAME}, the start of routes that are told of every job that ends: the body is its summary as JSON, the
 * variables {@code job}, {@code state} and {@code text} are for people. What a route fails with is told it again later;
 * what it takes, it was told at least once, whatever dies in between.
 */
final class EndedComponent extends DefaultComponent {
    private final Tellings tellings;
    private final Endings endings;
    private final InstantSource clock;

    EndedComponent(Tellings tellings, Endings endings, InstantSource clock) {
        this.tellings = tellings;
        this.endings = endings;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String listener, Map<String, Object> parameters) {
        return new EndedEndpoint(uri, this, listener);
    }

    Tellings tellings() {
        return tellings;
    }

    Endings endings() {
        return endings;
    }

    InstantSource clock() {
        return clock;
    }
}
