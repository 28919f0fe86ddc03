package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job is open, and its connection is taken out of the configuration. */
class UnconfiguredIT extends ProgramAtHome {
    private static final String CONNECTION = "-Dbactrian.connections.extra.";

    UnconfiguredIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void theJobSaysWhatItWaitsForAndCancelEndsIt() throws Exception {
        simulators.awork().faults().add(Fault.once(Effect.UNAVAILABLE).from(1, Integer.MAX_VALUE));
        Path file = Files.writeString(
                home.resolve("prio.csv"),
                "provider,operation,connection,id,isPrio\nawork,setprio,extra,a3f1c9e2-4b7d-4f8a-9c2e-000000000001,true\n");
        Path token = Files.writeString(home.resolve("token"), "secret");
        Process apply = program.start(
                "apply",
                file.toString(),
                CONNECTION + "provider=awork",
                CONNECTION + "base-url=" + simulators.aworkUrl(),
                CONNECTION + "token-file=" + token);
        Program.await("a call", () -> simulators.awork().log().total() > 0);
        apply.destroyForcibly().waitFor();
        String id = program.run("jobs", "--json").json().at("/jobs/0/job").asText();

        Program.Run text = program.run("job", id);
        JsonNode json = program.run("job", id, "--json").json();
        Program.Run cancel = program.run("cancel", id);
        Process service = program.start("run"); // the call may have been in flight when its process died
        Program.await("the end", () -> !program.resultFolders().isEmpty());
        service.toHandle().destroy();
        Program.finish(service);
        Program.Run after = program.run("job", id, "--json");

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("waits for connection extra, which is not configured")
                .contains("bactrian cancel " + id);
        assertThat(json.path("unconfiguredConnections"))
                .extracting(JsonNode::asText)
                .containsExactly("extra");
        assertThat(cancel.exitCode()).as(cancel.out() + cancel.err()).isBetween(0, 1);
        assertThat(after.json().path("state").asText())
                .as(cancel.out() + cancel.err())
                .isEqualTo("cancelled");
        assertThat(after.json().path("unconfiguredConnections")).isEmpty();
        assertThat(simulators.awork().journal().total()).isZero();
    }
}
