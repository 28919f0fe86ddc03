package bactrian.plan;

import bactrian.ledger.Job;
import bactrian.ledger.Jobs;
import bactrian.operation.HoldRules;
import bactrian.operation.Holds;
import bactrian.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides which planned jobs wait for somebody's approval: those whose content was run before, and those that destroy,
 * select or are big.
 */
final class Approval {

    private final Jobs jobs;
    private final Holds holds;

    Approval(Jobs jobs, Holds holds) {
        this.jobs = jobs;
        this.holds = holds;
    }

    /** Why the job is held; empty when it may start. */
    Optional<Job.Reason> needed(Job job, Plan plan) {
        Optional<Job.Reason> approval =
                approval(plan, JobOptions.guard(job.arrival().options()));
        return duplicate(job)
                .map(same -> new Job.Reason(
                        same.code(),
                        same.message()
                                + approval.map(also -> " " + also.message()).orElse("")))
                .or(() -> approval);
    }

    private Optional<Job.Reason> duplicate(Job job) {
        if ("true".equals(job.arrival().options().get(JobOptions.AGAIN))) {
            return Optional.empty();
        }
        return jobs.sameContent(job.arrival().sha256(), job.id())
                .map(earlier -> new Job.Reason(
                        Code.DUPLICATE, "Job " + earlier.id() + " had the same content and is " + standing(earlier)));
    }

    private static String standing(Job earlier) {
        return earlier.state().ended()
                ? earlier.state().word() + " with "
                        + (earlier.tally().succeeded() + earlier.tally().unknown())
                        + " edits that were or may have been applied."
                : earlier.state().word() + ".";
    }

    private Optional<Job.Reason> approval(Plan plan, double guard) {
        List<String> reasons = new ArrayList<>();
        Map<String, Long> edits = new TreeMap<>();
        long together = 0;
        for (Share share : plan.shares()) {
            HoldRules rule = holds.of(share.connection());
            if (share.destroys() && rule.destroying() == HoldRules.Rule.HOLD) {
                reasons.add(count(share.edits()) + " of " + share.provider() + " " + share.operation()
                        + " cannot be brought back");
            }
            if (share.selects() && rule.selecting() == HoldRules.Rule.HOLD) {
                reasons.add(share.provider() + " " + share.operation()
                        + " edits whatever its selection finds when it is run");
            }
            if (holds.countsAlone(share.connection())) {
                edits.merge(share.connection(), share.edits(), Long::sum);
            } else {
                together += share.edits();
            }
        }
        if (together > holds.forAll().rows()) {
            reasons.add(count(together) + " are more than " + holds.forAll().rows() + " (bactrian.hold.rows)");
        }
        edits.forEach((connection, many) -> {
            long most = holds.of(connection).rows();
            if (many > most) {
                reasons.add(count(many) + " at connection " + connection + " are more than " + most
                        + " (bactrian.connections." + connection + ".hold.rows)");
            }
        });
        plan.difference()
                .filter(difference -> difference.share() > guard)
                .ifPresent(difference -> reasons.add(String.format(
                        Locale.ROOT,
                        "it would change %d of %d known targets, more than the %.0f %% that the schedule allows (guard)",
                        difference.changed(),
                        difference.known(),
                        guard * 100)));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Job.Reason(Code.APPROVAL, "It waits because " + String.join("; ", reasons) + "."));
    }

    private static String count(long edits) {
        return edits == 1 ? "1 edit" : String.format(Locale.ROOT, "%d edits", edits);
    }
}
