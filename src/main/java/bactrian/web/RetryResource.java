package bactrian.web;

import bactrian.ledger.Job;
import bactrian.outcome.Status;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code POST /api/jobs/{id}/retry}. */
final class RetryResource implements Resource {
    private final Parts parts;

    RetryResource(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/jobs/{id}/retry", "Send the failed edits again, as a new job", this::post)
                .flag("unknown", "the unknown edits, too; they may be applied twice")
                .answers(202, "The new job"));
    }

    private WebResponse post(WebRequest request) throws Refused, IOException {
        Set<Status> chosen =
                request.flag("unknown") ? EnumSet.of(Status.FAILED, Status.UNKNOWN) : EnumSet.of(Status.FAILED);
        Job job = parts.job(request);
        Job again = new Retry(job, parts.home())
                .handIn(parts.intake(), chosen)
                .orElseThrow(() -> Refused.because(409, Retry.nothingToDo(job, chosen)));
        return WebResponse.accepted(again);
    }
}
