package bactrian.ledger;

import bactrian.operation.Secret;
import bactrian.postgres.PostgresServer;
import java.time.InstantSource;
import java.util.Optional;

/** Empty ledgers in a real PostgreSQL, each a copy of one that was created once. */
final class PostgresLedgers {
    private PostgresLedgers() {}

    private static final class Template {
        private static final PostgresServer.Database EMPTY = created();

        private static PostgresServer.Database created() {
            PostgresServer.Database database = PostgresServer.shared().database();
            Ledger.open(place(database), InstantSource.system()).close();
            return database;
        }
    }

    static LedgerPlace empty() {
        PostgresServer server = PostgresServer.shared();
        return place(server.database(Template.EMPTY.name()));
    }

    static LedgerPlace place(PostgresServer.Database database) {
        return new LedgerPlace(database.url(), Optional.of(database.user()), Optional.of(Secret.of("any")));
    }
}
