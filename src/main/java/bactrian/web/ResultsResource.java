package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code GET /api/jobs/{id}/results}: the rows of a job's results as JSON, or one of its files. Rows are read off the
 * results file, so memory is bounded whatever its size.
 */
final class ResultsResource implements Resource {
    private static final Set<String> FILES = Set.of("results", "failed", "unknown", "summary");
    private static final List<String> GIVEN = List.of(WebResponse.JSON, "text/csv", "application/x-ndjson");
    private static final List<String> ENDS = List.of(".json", ".csv", ".ndjson");
    private static final int LISTED = 1_000;
    private static final int LISTED_AT_MOST = 10_000;

    private final Parts parts;

    ResultsResource(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/jobs/{id}/results", "Show or download the results of a job", this::get)
                .query("file", "download results, failed, unknown or summary as it lies in the results folder")
                .query("status", "only rows of this status: succeeded, failed, skipped or unknown")
                .query("code", "only rows with this code")
                .query("from", "the first fitting row wanted: the 'next' of an earlier answer")
                .query("limit", "how many rows at most, usually " + LISTED)
                .answers(
                        200,
                        "The rows, and 'next' where there are more; as text/csv or application/x-ndjson the results file",
                        GIVEN.toArray(String[]::new)));
    }

    private WebResponse get(WebRequest request) throws Refused, IOException {
        Job job = parts.job(request);
        Path folder = parts.results(job);
        if (!Files.isDirectory(folder)) {
            boolean written = job.state().ended() && job.state() != JobState.REJECTED;
            throw Refused.because(
                    409,
                    written
                            ? "The job's results are gone: its folder in results/ was moved or deleted."
                            : "The job has no results: it is " + job.state().word()
                                    + ". A job that has ended has results, unless it was refused whole.");
        }
        Optional<String> file = request.parameter("file");
        if (file.isPresent()) {
            return download(folder, file.get());
        }
        String wanted = MediaTypes.preferred(request, GIVEN).orElse(WebResponse.JSON);
        return wanted.equals(WebResponse.JSON) ? rows(folder, request) : whole(folder, wanted);
    }

    /** @param name with or without its end */
    private static WebResponse download(Path folder, String name) throws Refused {
        return ENDS.stream()
                .flatMap(end -> Stream.of(name.endsWith(end) ? name : name + end))
                .filter(full -> FILES.contains(full.substring(0, full.lastIndexOf('.'))))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(found -> WebResponse.download(found, found.getFileName().toString(), mediaType(found)))
                .orElseThrow(() -> Refused.because(404, "The job has no file " + name + "."));
    }

    private static WebResponse whole(Path folder, String mediaType) throws Refused {
        Path file = folder.resolve(mediaType.equals("text/csv") ? "results.csv" : "results.ndjson");
        if (!Files.isRegularFile(file)) {
            throw Refused.because(
                    406, "The results of this job are not " + mediaType + ": they have the form of its document.");
        }
        return WebResponse.download(file, file.getFileName().toString(), mediaType(file));
    }

    private static String mediaType(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
            return "text/csv; charset=utf-8";
        }
        return name.endsWith(".json") ? WebResponse.JSON : "application/x-ndjson";
    }

    private static WebResponse rows(Path folder, WebRequest request) throws IOException {
        int from = Paging.number(request, "from", 1, Integer.MAX_VALUE);
        int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("rows");
        try (ResultRows source = ResultRows.open(folder)) {
            int fitting = 0;
            for (Optional<ObjectNode> row = source.next(); row.isPresent(); row = source.next()) {
                if (!fits(row.get(), "status", request) || !fits(row.get(), "code", request)) {
                    continue;
                }
                fitting++;
                if (fitting >= from && rows.size() == limit) {
                    return WebResponse.json(200, answer.put("next", fitting));
                }
                if (fitting >= from) {
                    rows.add(row.get());
                }
            }
        }
        return WebResponse.json(200, answer);
    }

    private static boolean fits(ObjectNode row, String field, WebRequest request) {
        return request.parameter(field).map(row.path(field).asText()::equals).orElse(true);
    }
}
