package bactrian.web;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Observer;
import bactrian.operation.Call;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * The figures for Prometheus. Requests are counted as they happen; what the ledger and the lanes know is asked when
 * somebody looks, see {@link Gauges}. Labels name connections, operations and states, never a target or a value.
 */
final class Meters implements Observer {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gauges gauges;

    Meters(Parts parts) {
        gauges = new Gauges(parts, registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public void attempted(Call call, Attempt attempt, Duration took) {
        Tags tags = Tags.of(
                "connection", call.change().connection(),
                "operation", call.change().operation(),
                "status", status(attempt));
        Timer.builder("bactrian.requests")
                .description("Requests to providers by the status of their answer, until it was in")
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** A status of HTTP, or why there is none: {@code not-sent} or {@code lost}. */
    private static String status(Attempt attempt) {
        if (attempt instanceof Attempt.Answered answered) {
            return Integer.toString(answered.reply().status());
        }
        return attempt instanceof Attempt.NeverSent ? "not-sent" : "lost";
    }

    /** All of it in Prometheus' text form. */
    synchronized String scrape() {
        gauges.refresh();
        return registry.scrape();
    }
}
