package bactrian.plan;

import bactrian.instruction.Findings;
import bactrian.ledger.Job;
import bactrian.outcome.Problem;
import java.io.IOException;

/** Puts documents that are refused whole where people find them. */
@FunctionalInterface
public interface Refusals {

    /**
     * Called before the job becomes {@code rejected}; once more after a crash in between.
     *
     * @param problem why it is refused
     */
    void refused(Job job, Problem problem, Findings findings) throws IOException;
}
