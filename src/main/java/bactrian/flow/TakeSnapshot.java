package bactrian.flow;

import bactrian.schedule.Snapshot;
import bactrian.schedule.Timetable;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Takes the snapshot of the schedule that is due; where it may not run now, the route ends here. */
final class TakeSnapshot implements Processor {
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Timetable timetable;

    TakeSnapshot(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InterruptedException {
        Optional<Snapshot> snapshot = timetable.due(exchange.getVariable("schedule", String.class), nextAt(exchange));
        snapshot.ifPresentOrElse(exchange.getMessage()::setBody, () -> exchange.setRouteStop(true));
    }

    /** As Quartz says it; the last run of all has no next one. */
    private static Optional<Instant> nextAt(Exchange exchange) {
        Message message = exchange.getMessage();
        return Optional.ofNullable(message.getHeader("scheduledFireTime", Date.class))
                .map(timed -> Optional.ofNullable(message.getHeader("nextFireTime", Date.class))
                        .map(Date::toInstant)
                        .orElse(NEVER));
    }
}
