package bactrian.plan;

import bactrian.ledger.Job;
import bactrian.operation.Change;
import bactrian.operation.Pursuit;
import java.io.IOException;
import java.util.Optional;

/** What is done before the calls of a job are sent: looking at their targets, holding them against a saved plan. */
public interface Precautions {
    /** Nothing is. */
    Precautions NONE = new Precautions() {
        @Override
        public Optional<Pursuit> first(Job job, Change change) {
            return Optional.empty();
        }

        @Override
        public Expectations expectations(Job job) {
            return Expectations.NONE;
        }
    };

    /** What is asked before a call with this change is sent; empty where nothing is. */
    Optional<Pursuit> first(Job job, Change change);

    /** What a saved plan says of the job's edits. @throws IOException when it cannot be read */
    Expectations expectations(Job job) throws IOException;
}
