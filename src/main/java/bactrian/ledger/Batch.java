package bactrian.ledger;

import java.sql.SQLException;
import java.util.List;

/**
 * How many wishes of one kind are granted together, in one transaction. May be run more than once before its transaction
 * is committed, and with each wish alone where one of them is refused.
 *
 * @param <Q> a wish
 * @param <A> what is answered to it
 */
interface Batch<Q, A> {

    /** Batches of one transaction run in this order. */
    default int turn() {
        return 0;
    }

    /** @return one answer a wish, in their order */
    List<A> run(Pen pen, List<Q> wishes) throws SQLException;
}
