package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Entry;
import bactrian.simulator.wire.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in trouble, paused and stopped, while other processes look at it and tell it what to do. */
class OutageIT extends ProgramAtHome {
    private static final int ROWS = 30;

    OutageIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void credentialsThatAreRenewedInAFileLetTheJobGoOn() throws Exception {
        simulators.awork().credentials().accept(Set.of("old"));
        // The old ones are not accepted any more after five requests, however quick they are.
        simulators.awork().faults().add(Fault.once(Effect.UNAUTHORIZED).from(6, Integer.MAX_VALUE));
        Path token = Files.writeString(home.resolve("token"), "old");
        Process service =
                program.start(Map.of("AWORK_TOKEN", ""), "run", "-Dbactrian.connections.awork.token-file=" + token);
        program.drop("adjust.csv", Adjustments.csv(ROWS));
        running.await();

        Program.await(
                "trouble", () -> asked("connections").findValuesAsText("state").contains("resting"));
        long before = applied();
        simulators.awork().credentials().accept(Set.of("new"));
        simulators.awork().faults().clear();
        JsonNode resting = connection("awork");
        String said = program.run("jobs").out();
        Program.Run resume = program.run("resume", "awork");
        Files.writeString(token, "new");
        Program.await("results", () -> !program.resultFolders().isEmpty());
        int exit = terminate(service);

        assertThat(before).isBetween(1L, 5L);
        assertThat(resting.path("trouble").path("code").asText()).isEqualTo("unauthorized");
        assertThat(said).contains("connection awork rests since").contains("bactrian resume awork");
        assertThat(resume.out()).contains("connection awork: resumed");
        assertThat(exit).isZero();
        assertThat(rows().path("succeeded").asInt()).isEqualTo(ROWS);
        assertThat(simulators.awork().journal().total()).isEqualTo(ROWS);
        assertThat(connection("awork").isMissingNode()).isTrue();
    }

    @Test
    void aPausedConnectionSendsNothingAndAStoppedServiceLosesNothing() throws Exception {
        Process first = program.start("run");
        running.await();
        program.run("pause", "awork");
        program.drop("adjust.csv", Adjustments.csv(ROWS));
        Program.await("the job", () -> asked("jobs").findValuesAsText("state").contains("running"));
        long whilePaused = calls();
        // Whatever is in flight when the signal comes is answered later, and so slowly that there is more to send then.
        simulators
                .awork()
                .faults()
                .add(Fault.once(Effect.DELAY_AFTER).on("POST", "").from(4, ROWS).pausing(Duration.ofSeconds(5)));
        program.run("resume", "awork");
        Program.await("three calls", () -> applied() >= 3);

        int exit = terminate(first);
        long sentByTheFirst = calls();
        JsonNode between = job();
        simulators.awork().faults().clear();
        Process second = program.start("run");
        Program.await("results", () -> !program.resultFolders().isEmpty());
        terminate(second);

        assertThat(whilePaused).isZero();
        assertThat(exit).isZero();
        assertThat(between.path("state").asText()).isEqualTo("running");
        assertThat(between.path("rows").path("succeeded").asLong())
                .as("what was in flight is settled")
                .isEqualTo(sentByTheFirst);
        assertThat(rows().path("succeeded").asInt()).isEqualTo(ROWS);
        assertThat(simulators.awork().journal().total()).isEqualTo(ROWS);
    }

    @Test
    void aPausedJobWaitsAndUnknownEditsAreOnlySentAgainWhereSomebodySaysSo() throws Exception {
        Process service = program.start("run", "-Dbactrian.connections.awork.max-concurrent-calls=1");
        simulators.awork().faults().add(Fault.once(Effect.RESET_BEFORE).on("POST", ""));
        simulators
                .awork()
                .faults()
                .add(Fault.once(Effect.DELAY_AFTER).on("POST", "").from(2, ROWS).pausing(Duration.ofSeconds(3)));
        program.drop("adjust.csv", Adjustments.csv(ROWS));
        Program.await("three calls", () -> calls() >= 3);
        String id = job().path("job").asText();

        Program.Run pause = program.run("pause", id);
        Program.await("nothing in flight", () -> {
            JsonNode rows = asked("jobs").path("jobs").path(0).path("rows");
            return rows.path("succeeded").asLong() + rows.path("unknown").asLong() == calls();
        });
        long before = calls();
        String state = job().path("state").asText();
        simulators.awork().faults().clear();
        program.run("resume", id);
        Program.await("results", () -> !program.resultFolders().isEmpty());
        Program.Run plain = program.run("retry", id);
        Program.Run meant = program.run("retry", "--unknown", id);
        terminate(service);

        assertThat(pause.exitCode()).as(pause.err()).isZero();
        assertThat(state).isEqualTo("paused");
        assertThat(before).isLessThan(ROWS);
        assertThat(plain.exitCode()).isEqualTo(2);
        assertThat(plain.err() + plain.out()).contains("nothing to retry");
        assertThat(meant.exitCode()).as(meant.err()).isZero();
        assertThat(meant.out()).contains("1 in all, 1 succeeded");
        assertThat(simulators.awork().journal().total()).isEqualTo(ROWS);
    }

    private int terminate(Process process) {
        process.toHandle().destroy();
        return Program.finish(process).exitCode();
    }

    private Stream<Entry> sent() {
        return simulators.awork().log().entries().stream()
                .filter(entry -> entry.method().equals("POST"));
    }

    private long calls() {
        return sent().filter(entry -> entry.status() != 401).count();
    }

    private long applied() {
        return sent().filter(entry -> entry.applied() > 0).count();
    }

    private JsonNode job() {
        return program.run("jobs", "--json").json().path("jobs").path(0);
    }

    /** Asks the service over HTTP, which is quicker than to start a process each time. */
    private JsonNode asked(String what) {
        try {
            return Program.json(running.get("/api/" + what).body());
        } catch (IOException notYet) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode rows() {
        List<Path> folders = program.resultFolders();
        return Program.json(folders.get(0).resolve("summary.json")).path("rows");
    }

    private JsonNode connection(String name) {
        return program.run("jobs", "--json")
                .json()
                .path("connections")
                .valueStream()
                .filter(connection -> connection.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
