package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.dispatch.Lane;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import org.apache.camel.builder.RouteBuilder;

/** The only road to the providers: one lane a connection, each with its own workers. */
final class LaneRoutes extends RouteBuilder {
    /** A lost bell costs this long, in milliseconds; looking is cheap while nothing is due. */
    private static final int LOOK = 50;

    /** How often calls are looked for that no lane can settle any more, in milliseconds. */
    private static final int ABANDONED = 1000;

    /** How often evidence is looked through that has been kept for long enough, in milliseconds. */
    private static final int EVIDENCE = 3_600_000;

    private final Lanes lanes;
    private final Lease lease;

    LaneRoutes(Lanes lanes, Lease lease) {
        this.lanes = lanes;
        this.lease = lease;
    }

    @Override
    public void configure() {
        routeTemplate("lane-bell")
                .templateParameter("lane")
                .templateParameter("workers")
                .from("timer:lanes?delay=0&period=" + LOOK)
                .process("look-{{lane}}")
                .filter(body().isInstanceOf(Lane.class))
                .loop(simple("{{workers}}", Integer.class))
                .to("seda:lane-{{lane}}?size={{workers}}&discardWhenFull=true");

        routeTemplate("lane")
                .templateParameter("lane")
                .templateParameter("provider")
                .templateParameter("workers")
                .templateParameter("endpoint")
                .from("seda:lane-{{lane}}?size={{workers}}&concurrentConsumers={{workers}}&pollTimeout={{idle.wait}}")
                .errorHandler(noErrorHandler())
                .process("claimCall") // waits for its slot first: nothing is recorded as being sent while it waits
                .loopDoWhile(body().isInstanceOf(Errand.class))
                .doTry()
                .process("{{provider}}Request")
                .to("{{endpoint}}")
                .process("{{provider}}Reply")
                .process("settleCall") // durable when the next claim is
                .doCatch(Exception.class)
                .process("settleFailure")
                .end()
                .process("claimCall")
                .end();

        from("timer:lease?delay=0&period=" + lease.rhythm().toMillis())
                .routeId("lease")
                .routeConfigurationId("try-again")
                .process("renewLease");

        from("timer:abandoned?delay=0&period=" + ABANDONED)
                .routeId("abandoned")
                .routeConfigurationId("try-again")
                .process("endAbandoned");

        from("timer:evidence?delay=0&period=" + EVIDENCE)
                .routeId("evidence")
                .routeConfigurationId("try-again")
                .process("forgetEvidence");

        lanes.all().forEach(this::lay);
    }

    private void lay(Lane lane) {
        Bell bell = Bell.of(lane);
        String workers = String.valueOf(lane.connection().limits().maxConcurrentCalls());
        templatedRoute("lane")
                .routeId(bell.workers())
                .parameter("lane", lane.connection().name())
                .parameter("provider", StepNames.of(lane.connection().provider()))
                .parameter("workers", workers)
                .parameter("endpoint", ProviderClient.endpoint(lane));
        templatedRoute("lane-bell")
                .routeId(bell.route())
                .parameter("lane", lane.connection().name())
                .parameter("workers", workers);
    }
}
