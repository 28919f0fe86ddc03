package bactrian.dispatch;

import bactrian.ledger.Paces;
import java.time.Duration;

/** Who gives out the slots of one connection to all nodes. */
interface Turns {

    /** Takes the next slots. */
    Paces.Grant take(Duration apart, int slots);

    /** Nobody sends before this time is over, on any node. */
    void hold(Duration wait);

    /** How long nobody may send, from now. */
    Duration held();

    static Turns of(Paces paces, String connection) {
        return new Turns() {
            @Override
            public Paces.Grant take(Duration apart, int slots) {
                return paces.take(connection, apart, slots);
            }

            @Override
            public void hold(Duration wait) {
                paces.hold(connection, wait);
            }

            @Override
            public Duration held() {
                return paces.held(connection);
            }
        };
    }
}
