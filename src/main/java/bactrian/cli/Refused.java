package bactrian.cli;

import bactrian.ledger.Job;

/** A command cannot be done as it was asked. Ends it with exit code 2. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for people */
    Refused(String message) {
        super(message);
    }

    /** For what the state of a job does not allow. @param why what does not go now, or when it would; no full stop */
    static Refused as(Job job, String why) {
        return new Refused(job.id() + " is " + job.state().word() + "; " + why + ".");
    }
}
