package bactrian.web;

import bactrian.ledger.Job;
import bactrian.ledger.Jobs;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /api/jobs/{id}/events}: the job whenever it has changed, until it has ended. */
final class JobEvents implements WebResponse.Feed {
    private final Jobs jobs;
    private final String id;
    private final InstantSource clock;
    private Optional<Job> last = Optional.empty();

    JobEvents(Jobs jobs, String id, InstantSource clock) {
        this.jobs = jobs;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public synchronized String next() {
        Optional<Job> now = jobs.find(id);
        if (now.equals(last)) {
            return "";
        }
        last = now;
        return now.map(job -> "event: job\ndata: " + JobView.of(job, clock.instant()) + "\n\n")
                .orElse("");
    }

    @Override
    public synchronized boolean over() {
        return last.map(job -> job.state().ended()).orElse(true);
    }
}
