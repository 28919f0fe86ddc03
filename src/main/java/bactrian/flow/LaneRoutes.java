package bactrian.flow;

import bactrian.dispatch.Errand;
import bactrian.dispatch.Lane;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Lease;
import org.apache.camel.builder.RouteBuilder;

/** The only roads to the providers, one each: all workers of all lanes to it take it, see {@link Workers}. */
final class LaneRoutes extends RouteBuilder {
    /** Where the requests of a worker's lane go. */
    static final String ENDPOINT = "endpoint";

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

    /** Where a worker of a lane begins; takes the lane as body, and {@link #ENDPOINT}. */
    static String entrance(Lane lane) {
        return "direct:" + id(lane.connection().provider());
    }

    private static String id(String provider) {
        return "lane-" + StepNames.of(provider);
    }

    @Override
    public void configure() {
        routeTemplate("lane")
                .templateParameter("provider")
                .from("direct:lane-{{provider}}")
                .errorHandler(noErrorHandler())
                .process("claimCall") // waits for its slot first: nothing is recorded as being sent while it waits
                .loopDoWhile(body().isInstanceOf(Errand.class))
                .doTry()
                .process("{{provider}}Request")
                .toD("${exchangeProperty." + ENDPOINT + "}")
                .process("{{provider}}Reply")
                .process("settleCall") // durable when the next claim is
                .doCatch(Exception.class)
                .process("settleFailure")
                .end()
                .process("claimCall")
                .end();

        from("timer:lanes?delay=0&period=" + LOOK)
                .routeId("lane-bell")
                .routeConfigurationId("try-again")
                .process("ringForLanes");

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

        lanes.all().stream()
                .map(lane -> lane.connection().provider())
                .distinct()
                .forEach(provider ->
                        templatedRoute("lane").routeId(id(provider)).parameter("provider", StepNames.of(provider)));
    }
}
