package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections cost nothing while nothing is sent over them. */
class ManyConnectionsTest extends GatewayAtWork {
    private static final int CONNECTIONS = 300;
    private static final int WORKERS = 8;

    ManyConnectionsTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void onlyThoseAtWorkHaveThreads() throws Exception {
        List<Connection> connections = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> ConnectionDraft.to("awork", simulators.aworkUrl())
                        .named("awork-" + i)
                        .workers(WORKERS)
                        .connection())
                .toList();
        RunningGateway gateway = open(setup().start(connections));
        gateway.drop(
                "prio.csv", "provider,operation,connection,id,isPrio\nawork,setprio,awork-77," + TASK + "0,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(1);
        assertThat(workers()).isBetween(1L, (long) WORKERS);
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lanes-"))
                .count();
    }
}
