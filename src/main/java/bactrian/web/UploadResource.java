package bactrian.web;

import bactrian.config.Settings;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.outcome.Code;
import bactrian.plan.Delivery;
import bactrian.plan.FirstEdits;
import bactrian.plan.JobOptions;
import bactrian.plan.Plan;
import bactrian.proof.ComparedPlans;
import bactrian.proof.ProofOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code POST /api/jobs}: takes a document in, or only says what it would do. */
final class UploadResource implements Resource {
    /** Fewer than the server has workers: a document may come as slowly as it likes. */
    private static final int AT_ONCE = 48;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Parts parts;
    private final ComparedPlans plans;
    private final Settings settings;
    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE, PATIENCE);

    UploadResource(Parts parts, ComparedPlans plans) {
        this.parts = parts;
        this.plans = plans;
        this.settings = parts.settings();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/jobs", "Hand in an instruction document", this::post)
                .query("provider", "for rows that name none")
                .query("operation", "for rows that name none")
                .query("connection", "for rows that name none")
                .query("name", "the document's file name")
                .flag("dry-run", "only plan, send nothing, keep nothing")
                .flag("compare", "with dry-run, also read the targets, and keep the plan for a day")
                .flag("again", "run it even if the same document was run before")
                .flag("capture", "keep the values before, so that the job can be undone")
                .flag("verify", "read back what succeeded; what was not applied fails")
                .takes("text/csv", "application/json", "application/x-ndjson")
                .answers(
                        202,
                        "The new job; one refused whole shows as rejected. Of a comparison that takes longer: the plan")
                .answers(503, "Too many documents at once, or the ledger is away: again after a while")
                .answers(200, "Of a dry run: problems, calls, estimated time, the first edits; compared: the plan"));
    }

    private WebResponse post(WebRequest request) throws Refused, IOException {
        return bulkhead.inside(() -> read(request));
    }

    private WebResponse read(WebRequest request) throws Refused, IOException {
        Format format =
                request.header("Content-Type").flatMap(Format::ofMediaType).orElseThrow();
        Defaults defaults = new Defaults(
                request.parameter("provider"), request.parameter("operation"), request.parameter("connection"));
        long largest = settings.http().maxUpload();
        try (InputStream body = new BoundedStream(request.body(), largest)) {
            return request.flag("dry-run")
                    ? look(request, body, format, defaults)
                    : take(request, body, format, defaults);
        } catch (BoundedStream.TooLarge tooLarge) {
            throw Refused.because(
                    413,
                    Code.TOO_LARGE,
                    "The document has more than " + largest
                            + " bytes (bactrian.http.max-upload). Drop it into the inbox folder instead, or split it.");
        }
    }

    private WebResponse take(WebRequest request, InputStream body, Format format, Defaults defaults)
            throws IOException {
        String name = request.parameter("name").orElse("upload." + format.word());
        Map<String, String> options = Stream.of(JobOptions.AGAIN, ProofOptions.CAPTURE, ProofOptions.VERIFY)
                .filter(request::flag)
                .collect(Collectors.toMap(option -> option, option -> "true"));
        Job job = parts.intake()
                .receive(body, new Delivery("upload:" + name, name, format, defaults, Optional.empty(), options));
        return WebResponse.accepted(job);
    }

    private WebResponse look(WebRequest request, InputStream body, Format format, Defaults defaults)
            throws Refused, IOException {
        Files.createDirectories(parts.scratch());
        Path copy = Files.createTempFile(parts.scratch(), ".look-", "." + format.word());
        Document document = new Document(copy, format, defaults, settings.charset(), settings.zone());
        boolean compared = false;
        try {
            Files.copy(body, copy, StandardCopyOption.REPLACE_EXISTING);
            FirstEdits first = FirstEdits.only();
            Plan plan = parts.planner().plan(document, first);
            ObjectNode view = PlanView.of(plan, settings.connections());
            first.writeTo(view.putArray("firstEdits"));
            if (!request.flag("compare") || plan.findings().refusal().isPresent()) {
                return WebResponse.json(200, view);
            }
            String name = request.parameter("name").orElse("upload." + format.word());
            ComparedPlans.Begun begun = plans.begin(document, name, view)
                    .orElseThrow(() -> Refused.because(503, "Many plans are compared already. Try again later."));
            compared = true;
            return new ComparedPlanView(plans).begun(begun);
        } finally {
            if (!compared) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
