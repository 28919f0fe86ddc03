package bactrian.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what keeps a stage from working; it is tried again without another word until something else is wrong. */
final class ReportFault implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFault.class);
    private final Map<String, String> said = new ConcurrentHashMap<>();

    @Override
    public void process(Exchange exchange) {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String what = String.valueOf(fault);
        // Two files that cannot be taken in must not take turns at being news.
        String where = exchange.getFromRouteId() + " " + exchange.getMessage().getHeader(Exchange.FILE_NAME);
        if (!what.equals(said.put(where, what))) {
            LOG.error("Stage {} cannot go on and will be tried again: {}", exchange.getFromRouteId(), what, fault);
        }
    }
}
