package bactrian.ledger;

import bactrian.operation.Secret;
import bactrian.postgres.PostgresServer;
import java.time.InstantSource;
import java.util.Optional;

/** A ledger in a real PostgreSQL, emptied for each test. */
final class PostgresLedgers {
    private static final String EMPTY =
            "do $$ begin execute (select 'truncate ' || string_agg(quote_ident(tablename), ', ')"
                    + " || ' restart identity' from pg_tables where schemaname = 'public' and tablename not like 'flyway%'); end $$";

    private PostgresLedgers() {}

    private static final class Created {
        private static final PostgresServer.Database DATABASE = create();

        private static PostgresServer.Database create() {
            PostgresServer.Database database = PostgresServer.shared().database();
            Ledger.open(place(database), InstantSource.system()).close();
            return database;
        }
    }

    /** The same one each time; what was in it is gone. */
    static LedgerPlace empty() {
        PostgresServer.shared();
        Created.DATABASE.execute(EMPTY);
        return place(Created.DATABASE);
    }

    static LedgerPlace place(PostgresServer.Database database) {
        return new LedgerPlace(database.url(), Optional.of(database.user()), Optional.of(Secret.of("any")));
    }
}
