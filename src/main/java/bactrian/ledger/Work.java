package bactrian.ledger;

import org.jdbi.v3.core.Handle;

/** Statements that belong together. May be run more than once before its transaction is committed. */
@FunctionalInterface
interface Work<T> {
    T in(Handle handle);
}
