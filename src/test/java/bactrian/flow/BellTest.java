package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final String QUEUE = "seda:work?size=100&discardWhenFull=true";
    private static final int MORE_THAN_WORKERS_LEAVE = 50;

    @Test
    void workersWhoseBellIsSilencedLeaveTheirQueueToItself() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(workers());
            context.start();

            Bell.silence(context, List.of(new Bell("bell", "work"), new Bell("unknown", "unheard")));

            assertThat(context.getRouteController().getRouteStatus("bell")).isEqualTo(ServiceStatus.Stopped);
            SedaEndpoint queue = context.getEndpoint(QUEUE, SedaEndpoint.class);
            RunningGateway.until(() -> {
                context.createFluentProducerTemplate().withBody("").to(QUEUE).send();
                return queue.getCurrentQueueSize() > MORE_THAN_WORKERS_LEAVE;
            });
            queue.purgeQueue(); // or the stop would wait for somebody to empty it
        }
    }

    private static RouteBuilder workers() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:work?size=100&concurrentConsumers=2&pollTimeout=10")
                        .routeId("work")
                        .to("log:work?level=OFF");
                from("timer:bell?period=10").routeId("bell").to(QUEUE);
            }
        };
    }
}
