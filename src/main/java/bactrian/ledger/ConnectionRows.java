package bactrian.ledger;

import org.jdbi.v3.core.Handle;

/** Connections by number, so that a call's row need not repeat a name. */
final class ConnectionRows {
    private ConnectionRows() {}

    /** The number of a connection, given to it when it is first met. */
    static long number(Handle handle, String name) {
        handle.execute("insert into connection (name) values (?) on conflict (name) do nothing", name);
        return handle.createQuery("select number from connection where name = :name")
                .bind("name", name)
                .mapTo(long.class)
                .one();
    }
}
