package bactrian.flow;

import bactrian.schedule.Snapshot;
import bactrian.schedule.Timetable;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes the snapshot of the schedule that is due; where it may not run now, the route ends here. */
final class TakeSnapshot implements Processor {
    private final Timetable timetable;

    TakeSnapshot(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InterruptedException {
        Optional<Snapshot> snapshot = timetable.due(exchange.getVariable("schedule", String.class));
        snapshot.ifPresentOrElse(exchange.getMessage()::setBody, () -> exchange.setRouteStop(true));
    }
}
