package bactrian.web;

import bactrian.ledger.Job;
import bactrian.plan.Tree;
import bactrian.proof.Undoing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code POST /api/jobs/{id}/undo}. */
final class UndoResource implements Resource {
    private final Parts parts;

    UndoResource(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/jobs/{id}/undo", "Put back what a job changed, as a new job", this::post)
                .flag("force", "put back what somebody has changed since, too")
                .flag("dry-run", "only say what would be put back")
                .answers(202, "The new job")
                .answers(
                        200,
                        "Of a dry run: how many edits put something back, how many had changed nothing, and why others"
                                + " cannot be undone"));
    }

    private WebResponse post(WebRequest request) throws Refused, IOException {
        Job job = parts.job(request);
        if (!job.state().ended()) {
            throw Refused.because(409, "The job is " + job.state().word() + "; only one that has ended can be undone.");
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(parts.scratch()), ".undo-");
        try {
            Undoing.Undone undone = new Undoing(
                            parts.ledger().evidence(),
                            parts.providers(),
                            parts.settings().connections())
                    .plan(job, folder, parts.clock().instant());
            if (request.flag("dry-run")) {
                return WebResponse.json(200, view(undone));
            }
            if (undone.edits() == 0) {
                throw Refused.because(409, "The job has nothing to undo. " + reasons(undone));
            }
            Job made = Undoing.handIn(job, undone, parts.intake(), request.flag("force"));
            parts.ledger().history().note(job.id(), Parts.WHO, "undone by " + made.id());
            return WebResponse.accepted(made);
        } finally {
            Tree.delete(folder);
        }
    }

    private static ObjectNode view(Undoing.Undone undone) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("edits", undone.edits())
                .put("unchanged", undone.unchanged());
        ObjectNode impossible = view.putObject("impossible");
        undone.impossible().forEach(impossible::put);
        return view;
    }

    private static String reasons(Undoing.Undone undone) {
        return String.join(" ", undone.impossible().keySet());
    }
}
