package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.Schedules;
import bactrian.schedule.Schedule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/** A schedule as data, over HTTP and on the command line. */
public final class ScheduleView {
    private ScheduleView() {}

    public static ObjectNode of(Schedule schedule, Ledger ledger, Instant now) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("name", schedule.name())
                .put("description", schedule.description())
                .put("cron", schedule.cron().getCronExpression())
                .put("zone", schedule.zone().getId())
                .put("mode", schedule.mode().name().toLowerCase(Locale.ROOT));
        schedule.mapping().ifPresent(mapping -> view.put("mapping", mapping));
        Optional.ofNullable(schedule.cron().getNextValidTimeAfter(Date.from(now)))
                .ifPresent(next -> view.put("nextRun", next.toInstant().toString()));
        Optional<Job> job = ledger.jobs().newestFrom(schedule.origin());
        Optional<Schedules.Note> note = ledger.schedules()
                .lastNote(schedule.name())
                .filter(one -> job.isEmpty() || one.at().isAfter(job.get().receivedAt()));
        if (note.isPresent()) {
            view.put("lastRun", note.get().at().toString())
                    .put("lastResult", note.get().text());
        } else {
            job.ifPresent(
                    one -> view.put("lastRun", one.receivedAt().toString()).put("lastResult", result(one)));
        }
        job.ifPresent(one -> view.put("lastJob", one.id()));
        return view;
    }

    private static String result(Job job) {
        if (!job.state().ended() || job.tally().total() == 0) {
            return job.state().word();
        }
        return job.state().word() + ": " + job.tally().succeeded() + " succeeded, "
                + job.tally().failed() + " failed, " + job.tally().skipped() + " skipped, "
                + job.tally().unknown() + " unknown";
    }
}
