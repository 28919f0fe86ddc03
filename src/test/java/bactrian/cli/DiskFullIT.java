package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service has to write cannot be written for a while; it sends what is not safe to repeat. */
class DiskFullIT extends ProgramAtHome {
    private static final int ROWS = 60;

    DiskFullIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void theServiceSaysSoSendsNothingThatCannotBeRecordedAndGoesOnWhenThereIsRoom() throws Exception {
        Path small = Files.createDirectory(home.resolve("small"));
        assumeTrue(SmallDisk.mounted(small, 120), "only who may mount can make a small disk");
        try {
            simulators
                    .awork()
                    .faults()
                    .add(Fault.once(Effect.DELAY_AFTER)
                            .on("POST", "/tasks/batch/")
                            .from(1, Integer.MAX_VALUE)
                            .pausing(Duration.ofMillis(700)));
            Program there = new Program(small, simulators);
            Process service = there.start("run");
            CompletableFuture<Program.Run> said = CompletableFuture.supplyAsync(() -> Program.finish(service, 300));
            there.drop("adjust.csv", Adjustments.csv(ROWS));
            Program.await("ten calls", () -> simulators.awork().log().total() >= 10);
            HttpResponse<String> before = health(small);

            SmallDisk.fill(small.resolve("filler"));
            Program.await("no room", () -> down(small, "disk") && down(small, "stages"));
            SmallDisk.fill(small.resolve("filler2")); // what a stage gave back meanwhile
            long requests = settled();
            HttpResponse<String> full = health(small);
            long later = settled();
            Files.delete(small.resolve("filler"));
            Files.delete(small.resolve("filler2"));
            Program.await("the results", () -> there.resultFolders().size() == 1);
            Program.await("to be well", () -> health(small).statusCode() == 200);
            service.toHandle().destroy();
            Program.Run run = said.get();

            assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
            assertThat(full.statusCode()).isEqualTo(503);
            JsonNode health = Program.json(full.body());
            assertThat(health.path("status").asText()).isEqualTo("down");
            assertThat(health.path("disk").path("message").asText()).contains("MB are free", "nothing is lost");
            assertThat(health.path("stages").path("message").asText()).contains("full");
            assertThat(later).as("sent without a record").isEqualTo(requests);
            assertThat(run.err()).contains("the disk is full");
            assertThat(run.exitCode()).as(run.err()).isZero();
            JsonNode rows =
                    Program.json(there.results().resolve("summary.json")).path("rows");
            assertThat(rows.path("succeeded").asInt())
                    .as("%s%n%s", rows, run.err())
                    .isEqualTo(ROWS);
            assertThat(simulators.awork().journal().changes())
                    .extracting(change -> change.id())
                    .hasSize(ROWS)
                    .doesNotHaveDuplicates();
        } finally {
            SmallDisk.unmount(small);
        }
    }

    @Test
    void aFolderThatIsAFileIsSaidAndLosesNothing() throws Exception {
        Process service = program.start("run");
        running.await();
        Files.deleteIfExists(home.resolve("results"));
        Files.writeString(home.resolve("results"), "in the way");
        program.drop("adjust.csv", Adjustments.csv(1));

        Program.await("trouble", () -> down(home, "stages"));
        HttpResponse<String> health = health(home);
        Files.delete(home.resolve("results"));
        Program.await("the results", () -> program.resultFolders().size() == 1);
        Program.await("to be well", () -> health(home).statusCode() == 200);
        service.toHandle().destroy();
        Program.Run run = Program.finish(service);

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(Program.json(health.body()).path("stages").path("message").asText())
                .contains(home.resolve("results").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains("cannot go on")))
                .as(run.err())
                .hasSize(1);
        assertThat(simulators.awork().journal().total()).isEqualTo(1);
    }

    /** Requests that reached the provider, once none is on its way any more. */
    private long settled() {
        List<Long> seen = new ArrayList<>();
        Program.await("quiet", () -> {
            seen.add(simulators.awork().log().total());
            int last = seen.size() - 1;
            return last >= 40 && seen.get(last - 40).equals(seen.get(last)); // two seconds
        });
        return seen.get(seen.size() - 1);
    }

    private static boolean down(Path home, String part) {
        HttpResponse<String> health = health(home);
        return Program.json(health.body()).path(part).path("status").asText().equals("down");
    }

    private static HttpResponse<String> health(Path home) {
        try {
            return new RunningService(home).get("/health");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
