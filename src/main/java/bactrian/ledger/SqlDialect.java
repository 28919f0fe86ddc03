package bactrian.ledger;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What differs between the databases a ledger can be kept in. The statements themselves run on all of them. */
interface SqlDialect {

    /** Connections for the writer: each commit is durable when it returns. */
    DataSource writing();

    /** Connections for reading, pooled by the caller. */
    DataSource reading();

    /** Run on each reading connection once. */
    String readingSettings();

    /** Run on each connection for small changes beside the writer; empty where there is no beside. */
    Optional<String> swiftSettings();

    /** What a connection for writing needs to know, once for all of them. */
    default void prepare(Jdbi writers) {}

    /**
     * Begins a writing transaction. Until it ends no other one changes what it has read.
     *
     * @return its name, where its commit can be asked for by {@link #committed} when the answer is lost
     */
    Optional<String> begin(Handle handle);

    /**
     * Begins a transaction that claims calls and does nothing else. It waits for nobody where {@link #claimers} is not 0.
     *
     * @return as {@link #begin}
     */
    Optional<String> beginClaiming(Handle handle);

    /** How many connections claim calls beside the one that writes everything else; 0 where that one claims them too. */
    int claimers();

    /** What makes a query of calls {@code c} lock what it finds and leave out what is locked. */
    String locking();

    /** Whether the transaction of this name was committed. Waits while that is open. */
    boolean committed(Handle handle, String transaction);

    /** Milliseconds since 1970 by the clock that all processes share. */
    String now();

    /** Whether processes on several machines can use it. */
    boolean shared();

    /** What stands for the placeholders of the migrations. */
    Map<String, String> types();

    /** Asks for the version of the schema that is there, without its history; nothing or null where there is none. */
    String schemaVersion();

    /** Keeps the version for {@link #schemaVersion}. */
    String rememberSchemaVersion(int version);

    /** Runs a migration while no other process does. */
    void alone(Runnable migration);

    /** What a failure spoils. */
    enum Failure {
        /** The statement alone: what it carries is at fault. */
        STATEMENT,
        /** The transaction: it can be run again at once. */
        TRANSACTION,
        /** The connection: another one may do. */
        CONNECTION,
        /** What is written until somebody has put the database in order. */
        DATABASE
    }

    Failure failure(SQLException problem);

    /** Says for people what went wrong. */
    LedgerUnavailable explain(SQLException problem);
}
