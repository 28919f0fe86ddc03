package bactrian.flow;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/** Tells a collector of OpenTelemetry, over OTLP/HTTP, what the routes do and how long it takes. Loaded only where one is set. */
final class Tracing implements AutoCloseable {
    /** Bells that ring many times a second and mean nothing to anybody. */
    private static final String BELLS = "timer:*,seda:*,direct://lane-*";

    private static final long LONGEST_FAREWELL = 5;

    private final SdkTracerProvider provider;

    private Tracing(SdkTracerProvider provider) {
        this.provider = provider;
    }

    /** @param collector without the path of traces, for example {@code http://localhost:4318} */
    static Tracing bind(Main main, URI collector) {
        String base = collector.toString().replaceAll("/+$", "");
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "bactrian"))))
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(base + "/v1/traces")
                                .build())
                        .build())
                .build();
        main.bind("tracer", provider.get("bactrian")); // found there by its type
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                OpenTelemetryTracer tracer = new OpenTelemetryTracer();
                tracer.setExcludePatterns(BELLS);
                tracer.init(configured.getCamelContext());
            }
        });
        return new Tracing(provider);
    }

    /** Sends what is left, if that can be done soon. */
    @Override
    public void close() {
        provider.shutdown().join(LONGEST_FAREWELL, TimeUnit.SECONDS);
    }
}
