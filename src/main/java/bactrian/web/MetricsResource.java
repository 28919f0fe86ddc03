package bactrian.web;

import java.util.List;

/** {@code GET /metrics}. Counts from when it is made. */
final class MetricsResource implements Resource {
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Meters meters;

    MetricsResource(Parts parts) {
        meters = new Meters(parts);
        parts.lanes().observedBy(meters);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/metrics",
                        "Figures for Prometheus",
                        request -> WebResponse.text(200, MEDIA_TYPE, meters.scrape()))
                .answers(200, "Prometheus' text form", MEDIA_TYPE));
    }
}
