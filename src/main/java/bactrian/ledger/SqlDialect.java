package bactrian.ledger;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** What differs between the databases a ledger can be kept in. The statements themselves run on all of them. */
interface SqlDialect {

    /** Connections for the writer: each commit is durable when it returns. */
    DataSource writing();

    /** Connections for reading, pooled by the caller. */
    DataSource reading();

    /** Run on each reading connection once. */
    String readingSettings();

    /** How a writing transaction starts. */
    String begin();

    /** What stands for the placeholders of the migrations. */
    Map<String, String> types();

    /** The version of the schema that is there, where the database can tell it without a query to its history. */
    int schemaVersion();

    /** Keeps the version for {@link #schemaVersion}. */
    void rememberSchemaVersion(int version);

    /** Runs a migration while no other process does. */
    void alone(Runnable migration);

    /** Says for people what went wrong. */
    LedgerUnavailable explain(SQLException problem);
}
