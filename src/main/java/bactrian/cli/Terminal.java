package bactrian.cli;

import java.io.Console;
import java.time.InstantSource;
import java.util.Locale;

/** A terminal with a person in front of it. */
public final class Terminal {

    private final InstantSource clock;

    public Terminal(InstantSource clock) {
        this.clock = clock;
    }

    /** A progress bar on standard error. */
    Progress progress(String title) {
        return new ProgressBars(System.err, title, clock);
    }

    /** Asks, and takes {@code y} or {@code yes} for agreement. */
    boolean agrees(String question) {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
