package bactrian.results;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.instruction.mapping.MappingFile;
import bactrian.ledger.Claim;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Call;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import bactrian.operation.Limits;
import bactrian.outcome.Outcome;
import bactrian.plan.Archive;
import bactrian.plan.Delivery;
import bactrian.plan.HeldJobs;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import bactrian.plan.JobPlanner;
import bactrian.plan.Planner;
import bactrian.plan.Precautions;
import bactrian.provider.Providers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes documents, plans them and settles their calls as a test says, all in one folder and with no provider. */
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T02:20:55Z");

    private final Path home;
    private final Ledger ledger;
    private final Archive archive;
    private final Intake intake;
    private final JobPlanner planner;
    private final JobResults results;

    Desk(Path home) {
        this(home, InvalidRows.SKIP, connection -> Optional.empty());
    }

    Desk(Path home, InvalidRows invalidRows, Function<Connection, Optional<String>> missing) {
        this.home = home;
        Catalogue catalogue = Providers.shipped().catalogue();
        Connections connections = Connections.of(
                catalogue.providers().stream().map(Desk::connection).toList());
        InstantSource clock = InstantSource.fixed(NOW);
        ledger = Ledger.open(LedgerPlace.sqlite(home.resolve("ledger.db")), clock);
        archive = new Archive(home.resolve("archive"), StandardCharsets.UTF_8, ZoneOffset.UTC);
        intake = new Intake(ledger, archive.folder(), clock, new Random(1));
        DeadLetters deadLetters = new DeadLetters(home.resolve("dead-letter"), clock);
        planner = new JobPlanner(
                ledger,
                archive,
                new Planner(new Instructions(catalogue, connections), catalogue, connections, home.resolve("scratch")),
                connections,
                missing,
                invalidRows,
                (job, problem, findings) -> deadLetters.write(
                        job.id(), archive.document(job).path(), problem, findings.problems(), findings.problemCount()),
                Holds.NONE,
                new HeldJobs(home.resolve("held"), connections),
                Precautions.NONE);
        results = results(FormulaGuard.OFF);
    }

    private static Connection connection(String provider) {
        return new Connection(provider, provider, URI.create("http://localhost"), Map.of(), Map.of(), Limits.at(10));
    }

    /** Results as an operator may have set them. */
    JobResults results(FormulaGuard guard) {
        return new JobResults(ledger, archive::document, home.resolve("results"), InstantSource.fixed(NOW), guard);
    }

    Ledger ledger() {
        return ledger;
    }

    Intake intake() {
        return intake;
    }

    JobPlanner planner() {
        return planner;
    }

    JobResults results() {
        return results;
    }

    Path home() {
        return home;
    }

    /** Takes a document in and plans it. */
    Job hand(String fileName, Defaults defaults, String text) throws IOException {
        return hand(fileName, defaults, text, Map.of());
    }

    /** The same, read through a mapping. */
    Job hand(String fileName, MappingFile mapping, String text) throws IOException {
        return hand(fileName, Defaults.NONE, text, JobOptions.mapping(mapping));
    }

    /** The same, with settings of its own. */
    Job hand(String fileName, Map<String, String> options, String text) throws IOException {
        return hand(fileName, Defaults.NONE, text, options);
    }

    private Job hand(String fileName, Defaults defaults, String text, Map<String, String> options) throws IOException {
        Format format = Format.ofFileName(fileName).orElseThrow();
        Job job = intake.receive(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Delivery.of("test:" + fileName, fileName, format, defaults).options(options));
        planner.planNext();
        return ledger.jobs().find(job.id()).orElseThrow();
    }

    /** Settles every call. */
    void settle(Function<String, Outcome> outcomeOf) {
        for (String connection : List.of("awork", "close", "yandex-tracker")) {
            for (Optional<Claim> claim = ledger.calls().claim(connection);
                    claim.isPresent();
                    claim = ledger.calls().claim(connection)) {
                Call call = claim.get().call();
                List<Outcome> outcomes = call.change().where().isPresent()
                        ? List.of(outcomeOf.apply(""))
                        : call.targets().stream().map(outcomeOf).toList();
                ledger.calls().settle(claim.get(), outcomes);
            }
        }
    }

    /** A result file of a job, as text. */
    String result(Job job, String file) throws IOException {
        return Files.readString(home.resolve("results").resolve(job.id()).resolve(file));
    }

    /** Names in a folder of the home, sorted. */
    List<String> names(String folder) throws IOException {
        if (!Files.exists(home.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
