package bactrian.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong with some of many, kept until the others are done. */
final class Troubles {
    private final List<Exception> all = new ArrayList<>();

    void add(Exception trouble) {
        all.add(trouble);
    }

    /** Throws the first, where there is one; the others go with it. */
    void raise() throws IOException {
        if (all.isEmpty()) {
            return;
        }
        Exception first = all.get(0);
        all.subList(1, all.size()).forEach(first::addSuppressed);
        if (first instanceof IOException io) {
            throw io;
        }
        throw first instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(first);
    }
}
