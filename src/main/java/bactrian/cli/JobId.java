package bactrian.cli;

import bactrian.ledger.Job;
import picocli.CommandLine.Parameters;

/** The job that a command is about. */
final class JobId {

    @Parameters(paramLabel = "ID", description = "The job's id, or how it starts.")
    private String id = "";

    /** @throws Refused when there is none, or when several ids start so */
    Job in(OpenHome open) throws Refused {
        return open.job(id);
    }
}
