package bactrian.config;

import java.time.Duration;

/** How long a lane that is down is waited for where {@code give-up-after} is not set. */
public enum Patience {
    /** Nobody waits in front of a screen. */
    SERVICE(Duration.ofHours(24)),
    /** Somebody does. */
    FOREGROUND(Duration.ofMinutes(10));

    private final Duration giveUpAfter;

    Patience(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    Duration giveUpAfter() {
        return giveUpAfter;
    }
}
