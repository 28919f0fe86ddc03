package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Pace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service dies by {@code kill -9} again and again while it works, and still every edit gets its one outcome.
 *
 * <p>{@code -Dbactrian.crash.kills=100} for a long run (the profile {@code soak}), {@code -Dbactrian.crash.seed=…} to
 * have the same files and moments again.
 */
class CrashIT extends ProgramAtHome {

    private static final long KILLS = Long.getLong("bactrian.crash.kills", 6);
    private static final long SEED = Long.getLong("bactrian.crash.seed", System.nanoTime());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration TO_THE_END = Duration.ofSeconds(120 + 2 * KILLS);

    /** When the process is killed, besides a few milliseconds by dice. */
    private enum Moment {
        STARTING,
        RUNNING,
        TAKING_A_FILE,
        SENDING,
        WRITING_RESULTS
    }

    private final Random random = new Random(SEED);

    CrashIT(@TempDir Path home) {
        super(
                home,
                Simulators.start(SimulatorOptions.standard()
                        .pace(new Pace.Time(Duration.ofMillis(300)))
                        .graceLooks(1)));
    }

    @Test
    void afterAnyNumberOfKillsEveryEditHasItsOneOutcome() throws Exception {
        System.out.println("CrashIT: " + KILLS + " kills, seed " + SEED);
        Feed feed = new Feed(simulators, random);
        List<Parcel> parcels = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<Parcel> round = feed.round(kill);
            for (Parcel parcel : round) {
                program.drop(parcel.path(), parcel.text());
            }
            parcels.addAll(round);
            kill(Moment.values()[random.nextInt(Moment.values().length)]);
        }

        Process service = service();
        // It says more than a pipe holds, and would stand still where nobody listens.
        CompletableFuture<Program.Run> said = CompletableFuture.supplyAsync(
                () -> Program.finish(service, TO_THE_END.plusMinutes(2).toSeconds()));
        until(() -> program.resultFolders().size() >= parcels.size() && inboxIsEmpty(), TO_THE_END);
        service.toHandle().destroy();
        Program.Run last = said.get();

        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(program.resultFolders())
                .as("%s%n%s", last.err(), program.run("jobs").out())
                .hasSize(parcels.size());
        Map<String, Path> folders = new HashMap<>();
        for (JsonNode job : jobs()) {
            assertThat(job.path("state").asText()).as("%s", job).isEqualTo("done");
            Path before = folders.put(
                    job.path("source").asText(), Path.of(job.path("results").asText()));
            assertThat(before).as("a second job: %s", job).isNull();
        }
        for (Parcel parcel : parcels) {
            parcel.verify(folders.getOrDefault("inbox:" + parcel.path(), home.resolve("no job of " + parcel.path())));
        }
        assertThat(folders).hasSameSizeAs(parcels);
    }

    @Test
    void theServiceGoesOnWithAnApplyThatWasKilled() throws Exception {
        Path file = Files.writeString(home.resolve("many.csv"), Adjustments.csv(20));
        Process apply = program.start("apply", file.toString());
        Program.await("five calls", () -> simulators.awork().log().total() >= 5);
        apply.destroyForcibly().waitFor();

        Process service = service();
        Program.await("results", () -> !program.resultFolders().isEmpty());
        service.toHandle().destroy();
        Program.finish(service);

        JsonNode summary =
                Program.json(program.results().resolve("summary.json")).path("rows");
        assertThat(summary.path("succeeded").asInt() + summary.path("unknown").asInt())
                .isEqualTo(20);
        assertThat(simulators.awork().journal().changes())
                .extracting(change -> change.id())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(summary.path("succeeded").asInt());
    }

    private void kill(Moment moment) throws InterruptedException {
        long archived = Program.list(home.resolve("archive")).size();
        long written = program.resultFolders().size();
        long sent = requests();
        long more = 1 + random.nextInt(12);
        int late = random.nextInt(25);
        int runningFor = random.nextInt(2500);
        Process service = service();
        switch (moment) {
            case STARTING -> pause(random.nextInt(1500));
            case RUNNING -> {
                until(() -> running.is(service));
                pause(runningFor);
            }
            case TAKING_A_FILE ->
                until(() -> Program.list(home.resolve("archive")).size() > archived);
            case SENDING -> until(() -> requests() >= sent + more);
            case WRITING_RESULTS -> until(() -> program.resultFolders().size() > written);
        }
        pause(late);
        service.destroyForcibly().waitFor();
    }

    private Process service() {
        List<String> command =
                new ArrayList<>(List.of("run", "-Dbactrian.hold.destroying=false", "-Dbactrian.hold.selecting=false"));
        for (String connection : List.of("awork", "close", "yandex-tracker")) {
            command.add("-Dbactrian.connections." + connection + ".requests-per-second=20");
            command.add("-Dbactrian.connections." + connection + ".poll-interval=200ms");
            command.add("-Dbactrian.connections." + connection + ".settle-delay=200ms");
        }
        return program.start(command.toArray(String[]::new));
    }

    private JsonNode jobs() {
        return program.run("jobs", "--json", "--limit", "100000").json().path("jobs");
    }

    private long requests() {
        return simulators.all().stream().mapToLong(one -> one.log().total()).sum();
    }

    private boolean inboxIsEmpty() {
        try (var files = Files.walk(home.resolve("inbox"))) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException | java.io.UncheckedIOException moving) {
            return false;
        }
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Or not, if it takes too long: then it is killed without. */
    private static void until(BooleanSupplier so) {
        until(so, LONGEST_WAIT);
    }

    private static void until(BooleanSupplier so, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
