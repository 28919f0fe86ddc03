package bactrian.plan;

import bactrian.ledger.Job;
import java.util.Optional;

/** Decides which planned jobs wait for somebody's approval. So far none does. */
final class Approval {

    /** Why the job is held; empty when it may start. */
    Optional<Job.Reason> needed(Job job, Plan plan) {
        return Optional.empty();
    }
}
