package bactrian.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripted faults of one provider. Every fault counts every request; the one scripted first strikes. */
public final class Faults {

    private final List<Fault.Armed> armed = new ArrayList<>();

    Faults() {}

    /** Adds a fault. */
    public synchronized void add(Fault fault) {
        armed.add(fault.arm());
    }

    /** From now on all goes well. */
    public synchronized void clear() {
        armed.clear();
    }

    synchronized Optional<Fault> strike(Asked asked) {
        Optional<Fault> struck = Optional.empty();
        for (Fault.Armed fault : armed) {
            if (fault.strikes(asked) && struck.isEmpty()) {
                struck = Optional.of(fault.fault());
            }
        }
        return struck;
    }
}
