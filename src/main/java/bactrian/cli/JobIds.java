package bactrian.cli;

import bactrian.ledger.Job;
import bactrian.ledger.Ledger;

/** Finds jobs by what somebody typed. */
final class JobIds {

    private JobIds() {}

    /** @throws Refused when there is none, or when several ids start so */
    static Job find(Ledger ledger, String idOrStart) throws Refused {
        return ledger.jobs()
                .find(idOrStart)
                .orElseThrow(() -> new Refused("There is no job '" + idOrStart
                        + "', or more than one id starts so. 'bactrian jobs' lists them."));
    }
}
