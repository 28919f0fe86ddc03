package bactrian.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /api/jobs/{id}/results}: the rows of a job's results as JSON, or one of its files with {@code ?file=}.
 *
 * <p>{@code ?status=failed} keeps rows of one status; {@code ?from=} skips rows and {@code ?limit=} bounds the answer,
 * whose {@code next} is where to go on. Rows are read off the results file, so memory is bounded whatever its size.
 */
public final class ResultsEndpoint {
    private static final Set<String> FILES = Set.of(
            "results.csv",
            "results.ndjson",
            "failed.csv",
            "failed.ndjson",
            "unknown.csv",
            "unknown.ndjson",
            "summary.json");
    private static final int LISTED = 100;
    private static final int LISTED_AT_MOST = 10_000;

    private final JobsEndpoint jobs;
    private final Path resultsFolder;

    public ResultsEndpoint(JobsEndpoint jobs, Path resultsFolder) {
        this.jobs = jobs;
        this.resultsFolder = resultsFolder;
    }

    public WebResponse get(String id, WebRequest request) throws IOException {
        Optional<Path> folder = jobs.job(id).map(job -> resultsFolder.resolve(job.id()));
        if (folder.isEmpty()) {
            return ProblemDetail.of(404, "Not Found", "There is no job " + id + ".");
        }
        if (!Files.isDirectory(folder.get())) {
            return ProblemDetail.of(
                    409, "Conflict", "The job has no results: it has not ended yet, or was refused whole.");
        }
        Optional<String> file = request.parameter("file");
        return file.isPresent() ? file(folder.get(), file.get()) : rows(folder.get(), request);
    }

    private static WebResponse file(Path folder, String name) {
        if (!FILES.contains(name) || !Files.isRegularFile(folder.resolve(name))) {
            return ProblemDetail.of(404, "Not Found", "The job has no file of that name.");
        }
        String type = name.endsWith(".csv")
                ? "text/csv; charset=utf-8"
                : name.endsWith(".json") ? "application/json" : "application/x-ndjson";
        return WebResponse.download(folder.resolve(name), name, type);
    }

    private static WebResponse rows(Path folder, WebRequest request) throws IOException {
        int from = Paging.number(request, "from", 1, Integer.MAX_VALUE);
        int limit = Paging.number(request, "limit", LISTED, LISTED_AT_MOST);
        Optional<String> status = request.parameter("status");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("rows");
        try (ResultRows source = ResultRows.open(folder)) {
            int fitting = 0;
            for (Optional<ObjectNode> row = source.next(); row.isPresent(); row = source.next()) {
                if (status.isPresent()
                        && !status.get().equals(row.get().path("status").asText())) {
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
}
