package bactrian.flow;

import bactrian.plan.JobPlanner;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Plans the oldest received job; leaves in the body whether there was one. */
final class PlanJob implements Processor {
    private final JobPlanner planner;

    PlanJob(JobPlanner planner) {
        this.planner = planner;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        boolean stopping = exchange.getContext().isStopping(); // what is left waits for the next start
        exchange.getMessage().setBody(!stopping && planner.planNext());
    }
}
