package bactrian.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which files have been spoken of: each is once, and so many that memory is bounded. Safe for many threads. */
final class Mentioned {
    private static final int REMEMBERED = 10_000;

    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    /** Whether it is to be spoken of now. */
    boolean first(String path) {
        return paths.size() < REMEMBERED && paths.add(path);
    }
}
