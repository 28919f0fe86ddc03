package bactrian.simulator.yandextracker;

/** A query that Tracker, or this simulator's share of its language, does not take. */
final class QueryRefused extends Exception {

    QueryRefused(String message) {
        super(message);
    }
}
