package bactrian.web;

import bactrian.ledger.Job;
import bactrian.schedule.Schedule;
import bactrian.schedule.Snapshot;
import bactrian.schedule.Timetable;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /api/schedules}: the scheduled jobs. */
final class SchedulesResource implements Resource {
    private final Parts parts;
    private final Timetable timetable;

    SchedulesResource(Parts parts) {
        this.parts = parts;
        this.timetable = parts.timetable();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/schedules", "List the scheduled jobs", request -> list())
                        .answers(200, "The schedules, with their last and next run"),
                Endpoint.post("/api/schedules/{name}/run", "Run a schedule now", this::run)
                        .answers(202, "The id of the job"));
    }

    private WebResponse list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode schedules = answer.putArray("schedules");
        for (Schedule schedule : timetable.files().read().schedules()) {
            schedules.add(
                    ScheduleView.of(schedule, parts.ledger(), parts.clock().instant()));
        }
        return WebResponse.json(200, answer);
    }

    private WebResponse run(WebRequest request) throws Refused, IOException {
        String name = request.step("name");
        Schedule schedule = timetable
                .files()
                .find(name)
                .orElseThrow(() -> Refused.because(404, "There is no schedule " + name + "."));
        Optional<String> busy = timetable.busy(schedule);
        if (busy.isPresent()) {
            throw Refused.because(409, busy.get());
        }
        try (Snapshot snapshot = timetable.take(schedule, Timetable.Extent.AS_USUAL)) {
            Job job = parts.intake().receive(snapshot.file(), snapshot.delivery());
            return WebResponse.json(202, JsonNodeFactory.instance.objectNode().put("job", job.id()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.because(503, "The service is stopping.");
        } catch (IOException unreadable) {
            throw Refused.because(
                    502, "The source of schedule " + name + " cannot be read: " + unreadable.getMessage());
        }
    }
}
