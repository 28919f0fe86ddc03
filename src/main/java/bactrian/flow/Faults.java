package bactrian.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What keeps stages from working. A stage that fails is tried again, so a fault that is not met again is over. */
final class Faults {
    /** The slowest stage is tried again in ten seconds. */
    private static final Duration OVER = Duration.ofSeconds(12);

    /** From when on somebody should be told who has not read the log. */
    private static final Duration LASTING = Duration.ofSeconds(10);

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final LongSupplier nanos;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    /** Of one document, or of a whole stage. */
    enum Scope {
        DOCUMENT,
        STAGE
    }

    private record Fault(Scope scope, String what, long since, long last) {}

    /** @param nanos a clock that only goes forward */
    Faults(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return whether this is news */
    boolean met(String where, Scope scope, String what) {
        long now = nanos.getAsLong();
        faults.values().removeIf(fault -> now - fault.last > FORGOTTEN.toNanos());
        Optional<Fault> known = Optional.ofNullable(faults.get(where));
        long since = known.filter(fault -> !over(fault, now)).map(Fault::since).orElse(now);
        faults.put(where, new Fault(scope, what, since, now));
        return !known.map(Fault::what).equals(Optional.of(what));
    }

    /** What keeps a whole stage from working, and has for a while. */
    Optional<String> lasting() {
        long now = nanos.getAsLong();
        return faults.values().stream()
                .filter(fault -> fault.scope == Scope.STAGE && !over(fault, now))
                .filter(fault -> fault.last - fault.since >= LASTING.toNanos())
                .map(Fault::what)
                .findFirst();
    }

    private static boolean over(Fault fault, long now) {
        return now - fault.last > OVER.toNanos();
    }
}
