package bactrian.ledger;

import java.util.Locale;

/** Where values before a call come from. */
public enum Origin {
    /** A saved plan says that they are so. */
    PLAN,
    /** They were read right before the call was sent. */
    READ;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
