package bactrian.flow;

import bactrian.ledger.Telling;
import bactrian.ledger.Tellings;
import bactrian.results.Answer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one listener what the ledger still has for it. */
final class EndedConsumer extends ScheduledPollConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(EndedConsumer.class);
    private static final int LOOK = 200;
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Three days, at a minute each. */
    private static final int MOST_ATTEMPTS = 3 * 24 * 60;

    private final EndedComponent component;
    private final String listener;

    EndedConsumer(Endpoint endpoint, Processor processor, EndedComponent component, String listener) {
        super(endpoint, processor);
        this.component = component;
        this.listener = listener;
        setInitialDelay(LOOK);
        setDelay(LOOK);
    }

    @Override
    protected void doStart() throws Exception {
        if (!listener.equals(Tellings.QUEUE)) {
            component.tellings().listen(listener);
        }
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        if (!component.tellings().hasDue(listener)) {
            return 0;
        }
        List<Telling> due = component.tellings().take(listener, AT_ONCE, LEASE);
        for (Telling telling : due) {
            if (!isRunAllowed()) {
                break; // the rest is told after the next start
            }
            tell(telling);
        }
        return due.size();
    }

    private void tell(Telling telling) throws Exception {
        Exchange exchange = createExchange(true);
        try {
            if (fill(exchange, telling)) {
                getProcessor().process(exchange);
            }
            settle(telling, Optional.ofNullable(exchange.getException()));
        } finally {
            releaseExchange(exchange, true);
        }
    }

    private boolean fill(Exchange exchange, Telling telling) throws IOException {
        if (telling.message().isPresent()) {
            Optional<Answer> answer = component.endings().answer(telling);
            answer.ifPresent(exchange.getMessage()::setBody);
            return answer.isPresent();
        }
        ObjectNode summary = component.endings().summary(telling.job());
        exchange.getMessage().setBody(summary.toString());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.setVariable("job", telling.job());
        exchange.setVariable("state", summary.path("state").asText());
        exchange.setVariable("text", SummaryText.of(summary));
        return true;
    }

    private void settle(Telling telling, Optional<Exception> failure) {
        if (failure.isEmpty()) {
            component.tellings().done(List.of(telling));
        } else if (telling.attempts() + 1 >= MOST_ATTEMPTS
                || telling.message().isPresent() && isNowhere(failure.get())) {
            component.tellings().done(List.of(telling));
            LOG.warn(
                    "{} is not told about job {}: {}",
                    listener,
                    telling.job(),
                    failure.get().toString());
        } else {
            if (telling.attempts() == 0) {
                LOG.warn(
                        "{} cannot be told about job {} and will be told later: {}",
                        listener,
                        telling.job(),
                        failure.get().toString());
            }
            Duration pause = Duration.ofSeconds(1L << Math.min(telling.attempts(), 6));
            component
                    .tellings()
                    .again(
                            telling,
                            component
                                    .clock()
                                    .instant()
                                    .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        }
    }

    /** The place that an answer is for is gone, as a temporary queue goes with its owner. */
    private static boolean isNowhere(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.springframework.jms.InvalidDestinationException
                    || cause instanceof jakarta.jms.InvalidDestinationException) {
                return true;
            }
        }
        return false;
    }
}
