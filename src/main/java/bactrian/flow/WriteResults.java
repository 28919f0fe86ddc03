package bactrian.flow;

import bactrian.results.JobResults;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Writes the results of the next settled job; leaves in the body whether there was one. */
final class WriteResults implements Processor {
    private final JobResults results;

    WriteResults(JobResults results) {
        this.results = results;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        boolean stopping = exchange.getContext().isStopping(); // what is left waits for the next start
        exchange.getMessage().setBody(!stopping && results.writeNext());
    }
}
