package bactrian.cli;

import bactrian.ledger.Job;

/** Shows how far a job is, on standard error. */
interface Progress extends AutoCloseable {

    /** Called a few times a second with the job as it stands. */
    void show(Job job);

    @Override
    void close();
}
