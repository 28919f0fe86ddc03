package bactrian.plan;

import bactrian.instruction.Document;
import bactrian.instruction.EditSink;
import bactrian.instruction.Findings;
import bactrian.ledger.Job;
import bactrian.ledger.JobHistory;
import bactrian.ledger.JobState;
import bactrian.ledger.JobTakings;
import bactrian.ledger.Jobs;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerUnavailable;
import bactrian.ledger.PlanWriter;
import bactrian.ledger.PlannedElsewhere;
import bactrian.ledger.Snapshots;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import bactrian.outcome.Code;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans received jobs into the ledger, one at a time, in order of arrival. */
public final class JobPlanner {
    private static final Logger LOG = LoggerFactory.getLogger(JobPlanner.class);
    private static final String WHO = "bactrian";

    /** Who says in a job's history what people should know before it is applied. */
    public static final String PLANNER = "plan";

    private final Jobs jobs;
    private final JobTakings takings;
    private final JobHistory history;
    private final Snapshots snapshots;
    private final Archive archive;
    private final Planner planner;
    private final Connections connections;
    private final Function<Connection, Optional<String>> missing;
    private final InvalidRows invalidRows;
    private final Refusals refusals;
    private final Approval approval;
    private final HeldJobs heldJobs;
    private final Precautions precautions;

    /**
     * @param missing what is missing for a connection to be used, as a sentence; empty when nothing
     * @param precautions what is looked at before calls are sent
     */
    public JobPlanner(
            Ledger ledger,
            Archive archive,
            Planner planner,
            Connections connections,
            Function<Connection, Optional<String>> missing,
            InvalidRows invalidRows,
            Refusals refusals,
            Holds holds,
            HeldJobs heldJobs,
            Precautions precautions) {
        this.precautions = precautions;
        this.jobs = ledger.jobs();
        this.takings = ledger.takings();
        this.history = ledger.history();
        this.snapshots = ledger.snapshots();
        this.archive = archive;
        this.planner = planner;
        this.connections = connections;
        this.missing = missing;
        this.invalidRows = invalidRows;
        this.refusals = refusals;
        this.approval = new Approval(ledger.jobs(), holds);
        this.heldJobs = heldJobs;
    }

    /**
     * Plans the oldest received job that no other node plans: afterwards it runs, is held or is rejected.
     *
     * @return whether there was one
     */
    public boolean planNext() throws IOException {
        // Those that were planned by a process that died before it decided come first.
        for (JobState state : List.of(JobState.PLANNED, JobState.RECEIVED)) {
            Optional<Job> job = takings.takeOldest(state);
            if (job.isPresent()) {
                finish(job.get());
                return true;
            }
        }
        heldJobs.sweep(jobs); // seldom: while many jobs are planned, each would look through all that are held
        return false;
    }

    private void finish(Job job) throws IOException {
        try {
            if (job.state() == JobState.PLANNED) {
                decideAfterAll(job);
            } else {
                plan(job);
            }
        } finally {
            takings.giveBack(job);
        }
    }

    private void decideAfterAll(Job job) throws IOException {
        FirstEdits first = FirstEdits.only();
        try {
            decide(job, planned(job, archive.document(job), first, UnaryOperator.identity()), first);
        } catch (LedgerUnavailable | UncheckedIOException environment) {
            throw environment;
        } catch (RuntimeException | StackOverflowError defect) {
            jobs.hold(job.id(), Code.INTERNAL, said(job, defect));
        }
    }

    /** A defect refuses the one document that shows it: planned again and again it would keep all others waiting. */
    private void plan(Job job) throws IOException {
        Draft draft;
        try {
            draft = draft(job);
        } catch (PlannedElsewhere elsewhere) {
            return;
        } catch (LedgerUnavailable | UncheckedIOException environment) {
            throw environment;
        } catch (RuntimeException | StackOverflowError defect) {
            Problem problem = Problem.of(Code.INTERNAL, Place.document(), said(job, defect));
            refuse(job, problem, new Findings(Optional.of(problem), List.of(problem), 1, 0, 0));
            return;
        }
        if (draft.refusal.isPresent()) {
            refuse(job, draft.refusal.get(), draft.plan.findings());
        } else {
            decide(job, draft.plan, draft.first);
        }
    }

    private record Draft(FirstEdits first, Plan plan, Optional<Problem> refusal) {}

    private Draft draft(Job job) throws IOException {
        Document document = archive.document(job);
        try (PlanWriter writer = jobs.plan(job.id(), change -> precautions.first(job, change));
                Expectations expectations = precautions.expectations(job)) {
            FirstEdits first = FirstEdits.before(new Expecting(writer, expectations));
            Plan plan = planned(job, document, first, sink -> new Sifting(sink, expectations));
            Optional<Problem> refusal = refusal(plan);
            if (refusal.isEmpty()) {
                writer.commit(plan.findings().edits());
            }
            return new Draft(first, plan, refusal);
        }
    }

    private void refuse(Job job, Problem problem, Findings findings) throws IOException {
        refusals.refused(job, problem, findings);
        jobs.reject(job.id(), problem.code(), problem.told());
        if (job.arrival().syncs().isPresent()) {
            snapshots.forget(job.id());
        }
    }

    private static String said(Job job, Throwable defect) {
        LOG.error("A defect of Bactrian hit the planning of {}", job.id(), defect);
        return "Bactrian has a defect: " + defect;
    }

    /** A snapshot is compared with what was last applied. */
    private Plan planned(Job job, Document document, FirstEdits first, UnaryOperator<EditSink> sieve)
            throws IOException {
        Optional<String> schedule = job.arrival().syncs();
        if (schedule.isEmpty()) {
            return planner.plan(document, first, sieve);
        }
        return planner.plan(
                document,
                first,
                new Baseline(
                        snapshots,
                        schedule.get(),
                        job.id(),
                        JobOptions.extent(job.arrival().options())),
                sieve);
    }

    private void decide(Job job, Plan plan, FirstEdits first) throws IOException {
        plan.irreversible().forEach(kind -> history.note(job.id(), PLANNER, kind.sentence()));
        Optional<Job.Reason> reason = approval.needed(job, plan);
        if (reason.isPresent()) {
            heldJobs.write(job, reason.get(), plan, first);
            jobs.hold(job.id(), reason.get().code(), reason.get().message());
        } else {
            jobs.start(job.id(), WHO);
        }
    }

    private Optional<Problem> refusal(Plan plan) {
        Findings findings = plan.findings();
        if (findings.refusal().isPresent()) {
            return findings.refusal();
        }
        if (invalidRows == InvalidRows.REJECT && findings.invalid() > 0) {
            return Optional.of(Problem.of(
                    Code.INVALID_ROWS,
                    Place.document(),
                    findings.invalid() + " of " + findings.edits()
                            + " rows are invalid, and bactrian.on-invalid-rows is set to reject."));
        }
        return missingCredentials(plan);
    }

    private Optional<Problem> missingCredentials(Plan plan) {
        String without = plan.shares().stream()
                .map(Share::connection)
                .distinct()
                .flatMap(name -> connections.find(name).stream())
                .flatMap(connection -> missing.apply(connection).stream())
                .collect(Collectors.joining(" "));
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(Code.MISSING_CREDENTIALS, Place.document(), without));
    }
}
