package bactrian.web;

import bactrian.ledger.Job;
import bactrian.proof.HtmlReport;
import java.io.IOException;
import java.util.List;

/** {@code GET /api/jobs/{id}/report}. */
final class ReportResource implements Resource {
    private static final String HTML = "text/html; charset=utf-8";

    private final Parts parts;

    ReportResource(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/jobs/{id}/report", "Download what became of a job as one page", this::get)
                .answers(200, "One HTML page that needs nothing else", "text/html"));
    }

    /** To be kept, not shown: the page brings styles of its own, which {@link Gate#headers} forbids. */
    private WebResponse get(WebRequest request) throws Refused, IOException {
        Job job = parts.job(request);
        String page = new HtmlReport(parts.ledger(), job, parts.clock().instant()).page();
        return WebResponse.text(200, HTML, page)
                .with("Content-Disposition", "attachment; filename=\"" + job.id() + ".html\"");
    }
}
