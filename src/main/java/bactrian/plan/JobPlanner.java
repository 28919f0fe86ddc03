package bactrian.plan;

import bactrian.ledger.Ledger;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Plans received jobs into the ledger, one at a time, in order of arrival. */
public final class JobPlanner {

    /** @param missing what is missing for a connection to be used, for example {@code AWORK_TOKEN}; empty when nothing */
    public JobPlanner(
            Ledger ledger,
            Archive archive,
            Planner planner,
            Connections connections,
            Function<Connection, Optional<String>> missing,
            InvalidRows invalidRows,
            Refusals refusals) {}

    /**
     * Plans the oldest received job: afterwards it runs, is held or is rejected.
     *
     * @return whether there was one
     */
    public boolean planNext() throws IOException {
        throw new UnsupportedOperationException();
    }
}
