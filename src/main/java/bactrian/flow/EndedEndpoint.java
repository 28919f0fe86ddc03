package bactrian.flow;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Where one listener is told of jobs that end. */
final class EndedEndpoint extends DefaultEndpoint {
    private final EndedComponent component;
    private final String listener;

    EndedEndpoint(String uri, EndedComponent component, String listener) {
        super(uri, component);
        this.component = component;
        this.listener = listener;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new EndedConsumer(this, processor, component, listener);
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException("Nothing can be sent to " + getEndpointUri() + ": jobs end by themselves.");
    }
}
