package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} as others find it: its port, its token, what it leaves when it dies. */
class ServiceIT extends ProgramAtHome {
    private static final String SET_PRIO = "/api/jobs?provider=awork&operation=setprio&name=prio.csv";
    private static final String CSV = "id,isPrio\na3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c60,true\n";

    private static final int PIECE = 1 << 16;
    private static final int PIECES = 2500;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final List<Process> services = new ArrayList<>();

    ServiceIT(@TempDir Path home) {
        super(home);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process service : services) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void anAnsweredUploadSurvivesAKillAndAStaleRunFileIsReplaced() throws Exception {
        Process service = start(Map.of());
        String job = upload(service, BodyPublishers.ofString(CSV));
        service.destroyForcibly().waitFor();
        assertThat(running.file()).exists();

        Process next = start(Map.of());
        Program.await("the results", () -> !program.resultFolders().isEmpty());

        assertThat(program.results().getFileName()).hasToString(job);
        assertThat(running.is(next)).isTrue();
        next.toHandle().destroy();
        assertThat(Program.finish(next).exitCode()).isZero();
        assertThat(running.file()).doesNotExist();
    }

    /** The client of the JDK asks to go over to HTTP/2 with it, which the service must not take up. */
    @Test
    void anUploadMayBeLargerThanTheMemory() throws Exception {
        Process service = start(Map.of("BACTRIAN_JAVA_OPTS", "-Xmx128m"));

        String job = upload(service, BodyPublishers.ofByteArrays(Collections.nCopies(PIECES, new byte[PIECE])));

        assertThat(home.resolve("archive").resolve(job).resolve("prio.csv")).hasSize((long) PIECES * PIECE);
    }

    @Test
    void aTakenPortIsTheEnvironmentsFault() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Run run = program.run(Map.of("BACTRIAN_HTTP_PORT", Integer.toString(other.getLocalPort())), "run");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("Port " + other.getLocalPort(), "BACTRIAN_HTTP_PORT");
        }
    }

    @Test
    void nobodyElseIsLetInWithoutAToken() {
        Program.Run run = program.run(Map.of("BACTRIAN_HTTP_HOST", "0.0.0.0"), "run");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("BACTRIAN_HTTP_TOKEN");
    }

    private Process start(Map<String, String> extra) {
        Process service = program.start(extra, "run");
        services.add(service);
        return service;
    }

    /** The id of the new job. */
    private String upload(Process service, BodyPublisher document) throws Exception {
        running.await(service);
        HttpRequest request = HttpRequest.newBuilder(URI.create(running.http() + SET_PRIO))
                .header("Content-Type", "text/csv")
                .timeout(LONGEST)
                .POST(document)
                .build();
        HttpResponse<String> accepted = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(accepted.statusCode()).isEqualTo(202);
        return Program.json(accepted.body()).path("job").asText();
    }
}
