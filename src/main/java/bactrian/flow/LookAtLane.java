package bactrian.flow;

import bactrian.dispatch.Lane;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.seda.QueueReference;
import org.apache.camel.component.seda.SedaComponent;
import org.jspecify.annotations.Nullable;

/** Leaves the lane in the body where its workers should get up; nothing where there is nothing to do or nobody is free. */
final class LookAtLane implements Processor {
    private final Lane lane;

    LookAtLane(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(isAnybodyFree(exchange) && lane.due() ? lane : null);
    }

    /** Bells that were not heard yet are heard as soon as somebody is. */
    private boolean isAnybodyFree(Exchange exchange) {
        SedaComponent seda = exchange.getContext().getComponent("seda", SedaComponent.class);
        @Nullable QueueReference bells = seda.getQueues().get(uri(lane));
        return bells == null || bells.getQueue().isEmpty();
    }

    private static String uri(Lane lane) {
        return "seda://lane-" + lane.connection().name();
    }
}
