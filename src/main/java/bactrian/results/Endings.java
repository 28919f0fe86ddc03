package bactrian.results;

import bactrian.instruction.Document;
import bactrian.ledger.Evidence;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.ledger.Message;
import bactrian.ledger.Telling;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Says of jobs that have ended what became of them, to those who are told. */
public final class Endings {
    private static final JsonMapper JSON = new JsonMapper();

    private final Ledger ledger;
    private final Function<Job, Document> archive;
    private final Path resultsFolder;
    private final DeadLetters deadLetters;

    /** @param archive gives a job's document */
    public Endings(Ledger ledger, Function<Job, Document> archive, Path resultsFolder, DeadLetters deadLetters) {
        this.ledger = ledger;
        this.archive = archive;
        this.resultsFolder = resultsFolder;
        this.deadLetters = deadLetters;
    }

    /** What became of a job, as in its {@code summary.json}; with its {@code problem} where it was refused whole. */
    public ObjectNode summary(String id) throws IOException {
        return summary(ledger.jobs().find(id).orElseThrow());
    }

    /** What is to be sent; empty where nobody asked for it. */
    public Optional<Answer> answer(Telling telling) throws IOException {
        Optional<Message> found = ledger.messages().find(telling.message().orElseThrow());
        if (found.isEmpty()
                || telling.kind() == Telling.Kind.REPLY
                        && found.get().letter().replyTo().isEmpty()) {
            return Optional.empty();
        }
        Message message = found.get();
        Job job = ledger.jobs().find(message.job()).orElseThrow();
        boolean whole = telling.kind() == Telling.Kind.DEAD_LETTER;
        return Optional.of(new Answer(
                job.id() + "/" + telling.number(),
                telling.kind(),
                message.letter(),
                whole ? asReceived(message, job) : text(told(message, job)),
                whole ? Optional.of(problem(job)) : Optional.empty()));
    }

    private ObjectNode summary(Job job) throws IOException {
        Path file = resultsFolder.resolve(job.id()).resolve("summary.json");
        if (Files.exists(file)) {
            return Summary.read(file).toJson();
        }
        // Refused whole, or its results have been moved away.
        ObjectNode all = new Summary(
                        job.id(),
                        job.arrival().source(),
                        job.arrival().sha256(),
                        job.state(),
                        Optional.empty(),
                        job.tally(),
                        job.calls(),
                        job.retries(),
                        job.startedAt(),
                        job.finishedAt().orElse(job.receivedAt()),
                        Map.of(),
                        OptionalLong.empty())
                .toJson();
        if (job.state() == JobState.REJECTED) {
            all.set("problem", problem(job));
        }
        return all;
    }

    private ObjectNode problem(Job job) throws IOException {
        Optional<ObjectNode> written =
                deadLetters.reason(job.id(), job.arrival().fileName());
        if (written.isPresent()) {
            return written.get();
        }
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        job.reason().ifPresent(reason -> problem.put("code", reason.code().word())
                .put("message", reason.message())
                .put("hint", reason.code().hint()));
        return problem;
    }

    /** The summary of what this message asked for: of the job, or of its edit. */
    private ObjectNode told(Message message, Job job) throws IOException {
        ObjectNode all = summary(job);
        if (message.place().isPresent() && job.state() != JobState.REJECTED) {
            long place = message.place().getAsLong();
            narrow(all, job, place);
            JsonNode reference = JSON.readTree(message.body().orElse("{}")).path("reference");
            if (reference.isValueNode() && !reference.isNull()) {
                all.put("reference", reference.asText());
            }
        }
        return all;
    }

    private void narrow(ObjectNode all, Job job, long place) throws IOException {
        List<Verdicts.Verdict> found = new ArrayList<>(1);
        Evidence evidence = ledger.evidence();
        // Every instruction of such a document has one id, so its edit's ordinal is its place.
        evidence.verdicts(
                job.id(), place - 1, place, (ordinal, outcome, call) -> found.add(new Verdicts.Verdict(outcome, call)));
        Verdicts.Verdict verdict = found.get(0);
        Count count = new Count();
        Outcome outcome = verdict.outcome();
        count.add(outcome);
        all.put("row", place);
        all.set("rows", Summary.rows(count.tally()));
        all.set("codes", Summary.codes(count.codes()));
        long requests = verdict.call() == 0
                ? 0
                : evidence.calls(job.id(), verdict.call(), 1).stream()
                        .mapToLong(call -> call.requests())
                        .sum();
        all.put("calls", verdict.call() == 0 ? 0 : 1).put("retries", Math.max(0, requests - 1));
        if (!outcome.message().isEmpty()) {
            all.put("message", outcome.message());
        }
        if (!outcome.hint().isEmpty()) {
            all.put("hint", outcome.hint());
        }
    }

    private byte[] asReceived(Message message, Job job) throws IOException {
        return message.body().isPresent()
                ? message.body().get().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(archive.apply(job).path());
    }

    private static byte[] text(ObjectNode all) {
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
