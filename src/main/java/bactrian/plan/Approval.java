package bactrian.plan;

import bactrian.ledger.Job;
import bactrian.ledger.Jobs;
import bactrian.operation.HoldRules;
import bactrian.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decides which planned jobs wait for somebody's approval: those whose content was run before, and those that destroy,
 * select or are big.
 */
final class Approval {
    /** The option of an arrival that says: yes, run this content again. */
    static final String AGAIN = "again";

    private final Jobs jobs;
    private final Function<String, HoldRules> rules;

    /** @param rules by the connection's name */
    Approval(Jobs jobs, Function<String, HoldRules> rules) {
        this.jobs = jobs;
        this.rules = rules;
    }

    /** Why the job is held; empty when it may start. */
    Optional<Job.Reason> needed(Job job, Plan plan) {
        Optional<Job.Reason> approval = approval(plan);
        return duplicate(job)
                .map(same -> new Job.Reason(
                        same.code(),
                        same.message()
                                + approval.map(also -> " " + also.message()).orElse("")))
                .or(() -> approval);
    }

    private Optional<Job.Reason> duplicate(Job job) {
        if ("true".equals(job.arrival().options().get(AGAIN))) {
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

    private Optional<Job.Reason> approval(Plan plan) {
        List<String> reasons = new ArrayList<>();
        Map<String, Long> edits = new TreeMap<>();
        for (Share share : plan.shares()) {
            HoldRules rule = rules.apply(share.connection());
            if (share.destroys() && rule.destroying() == HoldRules.Rule.HOLD) {
                reasons.add(count(share.edits()) + " of " + share.provider() + " " + share.operation()
                        + " cannot be brought back");
            }
            if (share.selects() && rule.selecting() == HoldRules.Rule.HOLD) {
                reasons.add(share.provider() + " " + share.operation()
                        + " edits whatever its selection finds when it is run");
            }
            edits.merge(share.connection(), share.edits(), Long::sum);
        }
        edits.forEach((connection, many) -> {
            if (many > rules.apply(connection).rows()) {
                reasons.add(count(many) + " at connection " + connection + " are more than "
                        + rules.apply(connection).rows() + " (bactrian.hold.rows)");
            }
        });
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Job.Reason(Code.APPROVAL, "It waits because " + String.join("; ", reasons) + "."));
    }

    private static String count(long edits) {
        return edits == 1 ? "1 edit" : String.format(Locale.ROOT, "%d edits", edits);
    }
}
