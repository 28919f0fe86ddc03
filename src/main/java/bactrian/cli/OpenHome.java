package bactrian.cli;

import bactrian.config.Home;
import bactrian.config.Settings;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.plan.Intake;

/** A home with its settings and its ledger, which is open until this is closed. */
record OpenHome(House house, Settings settings, Home home, Ledger ledger) implements AutoCloseable {

    /** @throws Refused when there is none, or when several ids start so */
    Job job(String idOrStart) throws Refused {
        return ledger.jobs()
                .find(idOrStart)
                .orElseThrow(() -> new Refused("There is no job '" + idOrStart
                        + "', or more than one id starts so. 'bactrian jobs' lists them."));
    }

    /** Takes further jobs in. */
    Intake intake() {
        return house.intake(ledger, home);
    }

    /** Starts to work on its jobs. Only for its owner, see {@link bactrian.config.HomeLock}. */
    Works work(House.Sources sources) {
        return house.work(settings, home, ledger, sources);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
