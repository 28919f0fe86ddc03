package bactrian.simulator.wire;

/** An answer and how it leaves the house. */
record Served(Answer answer, Way way) {

    enum Way {
        WHOLE,
        CUT_SHORT,
        DROPPED
    }

    Served(Answer answer) {
        this(answer, Way.WHOLE);
    }
}
