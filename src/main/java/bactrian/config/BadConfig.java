package bactrian.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Tells all that is wrong with it at once. */
public final class BadConfig extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    BadConfig(List<Flaw> flaws) {
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    /** In the order of files and lines. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
