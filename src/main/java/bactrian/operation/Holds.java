package bactrian.operation;

import java.util.Map;

/**
 * What makes jobs wait, for all connections and for those that say it for themselves.
 *
 * @param forAll its number of rows is for all connections of a job together that have no number of their own
 * @param byConnection the rules of connections, by name
 */
public record Holds(HoldRules forAll, Map<String, HoldRules> byConnection) {

    /** Nothing is held. */
    public static final Holds NONE = new Holds(HoldRules.NONE, Map.of());

    public Holds {
        byConnection = Map.copyOf(byConnection);
    }

    /** The rules for one connection. */
    public HoldRules of(String connection) {
        return byConnection.getOrDefault(connection, forAll);
    }

    /** Whether a connection's edits are counted by themselves, against a number of its own. */
    public boolean countsAlone(String connection) {
        return of(connection).rows() != forAll.rows();
    }
}
