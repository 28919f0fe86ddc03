package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.Jobs;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** The job whenever it has changed, until it has ended. */
final class JobEvents implements WebResponse.Feed {
    private final Jobs jobs;
    private final String id;
    private final Function<Job, ? extends JsonNode> view;
    private Optional<Job> last = Optional.empty();

    JobEvents(Jobs jobs, String id, Function<Job, ? extends JsonNode> view) {
        this.jobs = jobs;
        this.id = id;
        this.view = view;
    }

    @Override
    public synchronized String next() {
        Optional<Job> now = jobs.find(id);
        if (now.equals(last)) {
            return "";
        }
        last = now;
        return now.map(job -> "event: job\ndata: " + view.apply(job) + "\n\n").orElse("");
    }

    @Override
    public synchronized boolean over() {
        return last.map(job -> job.state().ended()).orElse(true);
    }
}
