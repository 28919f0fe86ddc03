package bactrian.web;

import java.util.List;

/** {@code POST /api/jobs/{id}/undo}. */
final class UndoResource implements Resource {

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/jobs/{id}/undo", "Put back what a job changed", request -> {
                    throw Refused.because(501, "This version cannot undo what a job changed.");
                })
                .answers(202, "The new job"));
    }
}
