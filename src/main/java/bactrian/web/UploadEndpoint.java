package bactrian.web;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.operation.Connections;
import bactrian.outcome.Code;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.plan.Plan;
import bactrian.plan.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/jobs}: takes a document in, or only says what it would do. */
public final class UploadEndpoint {
    private final Intake intake;
    private final Planner planner;
    private final Connections connections;
    private final Reading reading;

    /**
     * How uploads are read.
     *
     * @param scratchFolder for documents that are only looked at
     * @param largest most bytes of a document
     * @param charset for documents without a byte order mark
     * @param zone for dates and times without a zone
     */
    public record Reading(Path scratchFolder, long largest, Charset charset, ZoneId zone) {}

    public UploadEndpoint(Intake intake, Planner planner, Connections connections, Reading reading) {
        this.intake = intake;
        this.planner = planner;
        this.connections = connections;
        this.reading = reading;
    }

    /** @throws IOException when the document cannot be stored: disk full, archive away */
    public WebResponse post(WebRequest request) throws IOException {
        Optional<Format> format = request.header("Content-Type").flatMap(Format::ofMediaType);
        if (format.isEmpty()) {
            return ProblemDetail.of(
                    415,
                    "Unsupported Media Type",
                    "Send text/csv, application/json or application/x-ndjson as Content-Type.");
        }
        Defaults defaults = new Defaults(
                request.parameter("provider"), request.parameter("operation"), request.parameter("connection"));
        try (InputStream body = new BoundedStream(request.body(), reading.largest())) {
            return request.flag("dry-run")
                    ? look(body, format.get(), defaults)
                    : take(request, body, format.get(), defaults);
        } catch (BoundedStream.TooLarge tooLarge) {
            return ProblemDetail.of(
                    413,
                    Code.TOO_LARGE,
                    "The document has more than " + reading.largest()
                            + " bytes (bactrian.http.max-upload). Drop it into the inbox folder instead, or split it.");
        }
    }

    private WebResponse take(WebRequest request, InputStream body, Format format, Defaults defaults)
            throws IOException {
        String name = request.parameter("name").orElse("upload." + format.word());
        Map<String, String> options = request.flag("again") ? Map.of("again", "true") : Map.of();
        Job job =
                intake.receive(body, new Delivery("upload:" + name, name, format, defaults, Optional.empty(), options));
        return RetryEndpoint.accepted(job);
    }

    private WebResponse look(InputStream body, Format format, Defaults defaults) throws IOException {
        Files.createDirectories(reading.scratchFolder());
        Path copy = Files.createTempFile(reading.scratchFolder(), ".look-", "." + format.word());
        try {
            Files.copy(body, copy, StandardCopyOption.REPLACE_EXISTING);
            Sample sample = new Sample();
            Plan plan = planner.plan(new Document(copy, format, defaults, reading.charset(), reading.zone()), sample);
            return WebResponse.json(200, PlanView.of(plan, sample, connections));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
