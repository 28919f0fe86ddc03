package bactrian.simulator.close;

/** An {@code s_query} that Close, or this simulator's share of its language, does not take. */
final class QueryRefused extends Exception {

    QueryRefused(String message) {
        super(message);
    }
}
