package bactrian.flow;

import bactrian.config.FileTrouble;
import bactrian.flow.Faults.Scope;
import bactrian.ledger.LedgerUnavailable;
import java.nio.file.FileSystemException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what keeps a stage from working; it is tried again without another word until something else is wrong. */
final class ReportFault implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFault.class);
    private final Faults faults;

    ReportFault(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void process(Exchange exchange) {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        // Two files that cannot be taken in must not take turns at being news.
        Object file = exchange.getMessage().getHeader(Exchange.FILE_NAME);
        String stage = exchange.getFromRouteId();
        if (file == null) {
            report(stage, fault);
        } else {
            report(stage, stage + " " + file, Scope.DOCUMENT, fault);
        }
    }

    /** A stage cannot go on. */
    void report(String stage, Exception fault) {
        report(stage, stage, Scope.STAGE, fault);
    }

    private void report(String stage, String where, Scope scope, Exception fault) {
        if (faults.met(where, scope, words(fault))) {
            if (isEnvironment(fault)) {
                LOG.error("Stage {} cannot go on and will be tried again: {}", stage, words(fault));
            } else {
                LOG.error("Stage {} cannot go on and will be tried again: {}", stage, words(fault), fault);
            }
        }
    }

    /** Whoever reads the log cannot do anything about where in the program it was noticed. */
    private static boolean isEnvironment(Exception fault) {
        return fault instanceof LedgerUnavailable || fault instanceof FileSystemException;
    }

    private static String words(Exception fault) {
        if (fault instanceof FileSystemException file) {
            return FileTrouble.say(file);
        }
        return fault instanceof LedgerUnavailable ? String.valueOf(fault.getMessage()) : String.valueOf(fault);
    }
}
