package bactrian.web;

import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.proof.VerifiedFile;
import bactrian.proof.Verifying;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code POST /api/jobs/{id}/verify}. Answers when everything has been read back, so big jobs are left to the program. */
final class VerifyResource implements Resource {
    private static final int MOST = 1_000;

    private final Parts parts;

    VerifyResource(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/jobs/{id}/verify", "Read back what a job changed", this::post)
                .answers(200, "How many edits were confirmed, contradicted, and cannot be told"));
    }

    private WebResponse post(WebRequest request) throws Refused, IOException {
        Job job = parts.job(request);
        Path results = parts.results(job);
        if (!job.state().ended() || !Files.isDirectory(results)) {
            throw Refused.because(
                    409, "The job is " + job.state().word() + "; only one that has results can be verified.");
        }
        if (job.tally().succeeded() > MOST) {
            throw Refused.because(
                    409, "More than " + MOST + " edits take too long here. Use: bactrian verify " + job.id());
        }
        Verifying verifying = new Verifying(
                parts.ledger().evidence(),
                parts.providers().catalogue(),
                parts.settings().connections(),
                parts.inquiries());
        try {
            VerifiedFile verified = VerifiedFile.write(verifying, job, results, contradicted -> {});
            parts.ledger().history().note(job.id(), Parts.WHO, "verified: " + verified.summary());
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("job", job.id());
            answer.setAll(verified.json());
            return WebResponse.json(200, answer);
        } catch (Unanswered away) {
            throw Refused.because(503, String.valueOf(away.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.because(503, "Bactrian stops.");
        }
    }
}
