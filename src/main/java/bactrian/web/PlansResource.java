package bactrian.web;

import bactrian.dispatch.Unanswered;
import bactrian.ledger.Job;
import bactrian.plan.JobOptions;
import bactrian.proof.BadPlan;
import bactrian.proof.Compared.State;
import bactrian.proof.ComparedPlans;
import bactrian.proof.ComparedPlans.Progress;
import bactrian.proof.ProofOptions;
import bactrian.proof.RowSet;
import bactrian.proof.SavedPlan;
import bactrian.proof.Staleness;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /api/plans/{id}}: what a compared document would change, and letting it be applied as it was seen. */
final class PlansResource implements Resource {
    private static final int LISTED_AT_MOST = 1_000;
    private static final int READ_AT_MOST = 1_000;

    private final Parts parts;
    private final ComparedPlans plans;

    PlansResource(Parts parts, ComparedPlans plans) {
        this.parts = parts;
        this.plans = plans;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/plans/{id}", "Show a compared plan", this::show)
                        .query("from", "the first row wanted: the 'next' of an earlier answer")
                        .query("limit", "how many rows at most, usually " + ComparedPlanView.LISTED)
                        .query("only", "only rows that came to this: " + states())
                        .answers(
                                200,
                                "What it comes to, and once its state is ready: rows with each field before and after,"
                                        + " and 'next' where there are more"),
                Endpoint.get("/api/plans/{id}/file", "Download a compared plan, for the command line", this::file)
                        .answers(200, "A saved plan", "application/zip"),
                Endpoint.post("/api/plans/{id}/apply", "Apply a compared plan exactly as it was seen", this::apply)
                        .query("without", "rows to leave out, for example 3,7-9")
                        .flag("strict", "send nothing where any target has changed since")
                        .flag("again", "run it even if the same document was run before")
                        .flag("capture", "keep the values before, so that the job can be undone")
                        .flag("verify", "read back what succeeded; what was not applied fails")
                        .answers(202, "The new job"));
    }

    private WebResponse show(WebRequest request) throws Refused, IOException {
        return WebResponse.json(
                200,
                new ComparedPlanView(plans)
                        .of(
                                request.step("id"),
                                Paging.number(request, "from", 1, Integer.MAX_VALUE),
                                Paging.number(request, "limit", ComparedPlanView.LISTED, LISTED_AT_MOST),
                                only(request)));
    }

    private WebResponse file(WebRequest request) throws Refused, IOException {
        String id = ready(request).path("plan").asText();
        return WebResponse.download(plans.file(id), id + ".plan", "application/zip");
    }

    private WebResponse apply(WebRequest request) throws Refused, IOException {
        ObjectNode kept = ready(request);
        String id = kept.path("plan").asText();
        String without = request.parameter("without").orElse("");
        if (!RowSet.fits(without)) {
            throw Refused.because(400, "without is rows such as 3,7-9.");
        }
        try {
            SavedPlan plan = SavedPlan.open(plans.file(id));
            plan.requireBindings(parts.providers().catalogue(), parts.settings().connections());
            if (request.flag("strict")) {
                requireFresh(plan, kept);
            }
            Job job = plan.handIn(parts.intake(), options(request, without), "plan:" + plan.fileName());
            plans.applied(id, job.id());
            return WebResponse.accepted(job);
        } catch (BadPlan changed) {
            throw Refused.because(409, String.valueOf(changed.getMessage()));
        }
    }

    private static Map<String, String> options(WebRequest request, String without) {
        Map<String, String> options =
                new HashMap<>(Stream.of(JobOptions.AGAIN, ProofOptions.CAPTURE, ProofOptions.VERIFY)
                        .filter(request::flag)
                        .collect(Collectors.toMap(option -> option, option -> "true")));
        if (!without.isEmpty()) {
            options.put(ProofOptions.WITHOUT, without);
        }
        return options;
    }

    private void requireFresh(SavedPlan plan, ObjectNode kept) throws Refused, IOException {
        if (kept.path("edits").asLong() > READ_AT_MOST) {
            throw Refused.because(
                    409,
                    "More than " + READ_AT_MOST + " edits take too long to read again here. Download the plan and use:"
                            + " bactrian apply --strict");
        }
        try {
            Staleness stale = Staleness.now(
                    plan,
                    parts.comparing(),
                    parts.settings().charset(),
                    parts.settings().zone());
            if (stale.edits() > 0) {
                throw Refused.because(
                        409,
                        stale.edits() + " edits are not as they were when the plan was made, so nothing was sent: "
                                + String.join("; ", stale.shown()));
            }
        } catch (Unanswered away) {
            throw Refused.because(503, String.valueOf(away.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.because(503, "Bactrian stops.");
        }
    }

    private ObjectNode ready(WebRequest request) throws Refused, IOException {
        ObjectNode kept = new ComparedPlanView(plans).of(request.step("id"), 1, 1, Optional.empty());
        Progress progress = ComparedPlans.progress(kept);
        if (progress != Progress.READY) {
            throw Refused.because(
                    409,
                    progress == Progress.FAILED
                            ? "It could not be compared: "
                                    + kept.path("message").asText()
                            : "It is still being compared.");
        }
        return kept;
    }

    private static Optional<State> only(WebRequest request) throws Refused {
        Optional<String> word = request.parameter("only");
        Optional<State> state = Arrays.stream(State.values())
                .filter(one -> word.equals(Optional.of(one.word())))
                .findFirst();
        if (word.isPresent() && state.isEmpty()) {
            throw Refused.because(400, "only is one of " + states() + ".");
        }
        return state;
    }

    private static String states() {
        return Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", "));
    }
}
