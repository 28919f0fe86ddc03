package bactrian.cli;

import bactrian.config.Home;
import bactrian.ledger.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The scheduled example, made due every few seconds in the demonstration's own home and nowhere else. */
record DemoSchedule(Home home) {
    private static final Path EXAMPLE = Path.of("examples", "08-scheduled-sync", "task-list.camel.yaml");
    private static final Pattern CRON = Pattern.compile("(name: cron\\s+value: ).*");
    private static final String EVERY_FEW_SECONDS = "\"0/3 * * * * ?\"";
    /** The second one finds that nothing has changed. */
    private static final int RUNS = 2;

    /** The only schedules of the demonstration. */
    Path folder() {
        return home.root().resolve("schedules");
    }

    /** @param project where the examples are */
    void write(Path project) throws IOException {
        String example = Files.readString(project.resolve(EXAMPLE));
        Files.createDirectories(folder());
        Files.writeString(
                folder().resolve(EXAMPLE.getFileName()), CRON.matcher(example).replaceFirst("$1" + EVERY_FEW_SECONDS));
    }

    static boolean isOf(Job job) {
        return job.arrival().source().startsWith("schedule:");
    }

    static boolean hasRun(List<Job> jobs) {
        return jobs.stream().filter(DemoSchedule::isOf).count() >= RUNS;
    }
}
