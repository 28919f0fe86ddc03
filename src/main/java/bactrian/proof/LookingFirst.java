package bactrian.proof;

import bactrian.dispatch.Beforehand;
import bactrian.ledger.Job;
import bactrian.operation.CaptureRule;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Pursuit;
import bactrian.plan.Expectations;
import bactrian.plan.Intake;
import bactrian.plan.Precautions;
import bactrian.provider.Providers;
import bactrian.provider.Reads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Decides which calls are looked at before they are sent, and finds the saved plan of a job. */
public final class LookingFirst implements Precautions {
    private final Providers providers;
    private final Connections connections;
    private final Path archive;
    private final Path scratch;

    /**
     * @param archive holds {@code <job>/saved.plan} for jobs that have one
     * @param scratch for throw-away files
     */
    public LookingFirst(Providers providers, Connections connections, Path archive, Path scratch) {
        this.providers = providers;
        this.connections = connections;
        this.archive = archive;
        this.scratch = scratch;
    }

    @Override
    public Optional<Pursuit> first(Job job, Change change) {
        boolean expects = Files.exists(plan(job)) && !"true".equals(option(job, ProofOptions.FORCE));
        boolean captures = "true".equals(option(job, ProofOptions.CAPTURE)) || rule(change);
        boolean readable = reads(change)
                .filter(reads ->
                        change.where().isEmpty() || reads.list(change, 0).isPresent())
                .isPresent();
        return readable && (expects || captures) ? Optional.of(Beforehand.first(captures, expects)) : Optional.empty();
    }

    private boolean rule(Change change) {
        CaptureRule rule =
                connections.find(change.connection()).map(CaptureRule::of).orElse(CaptureRule.NEVER);
        return providers
                .catalogue()
                .find(change.provider(), change.operation())
                .filter(operation -> rule.captures(operation, change))
                .isPresent();
    }

    private Optional<Reads> reads(Change change) {
        Optional<Connection> connection = connections.find(change.connection());
        return connection.flatMap(known -> providers.find(change.provider()).flatMap(provider -> provider.dialect(known)
                .reads(change.operation())));
    }

    private static String option(Job job, String name) {
        return job.arrival().options().getOrDefault(name, "");
    }

    private Path plan(Job job) {
        return archive.resolve(job.id()).resolve(Intake.SAVED_PLAN);
    }

    @Override
    public Expectations expectations(Job job) throws IOException {
        return Files.exists(plan(job))
                ? SavedExpectations.load(plan(job), scratch, RowSet.read(option(job, ProofOptions.WITHOUT)))
                : Expectations.NONE;
    }
}
