package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.config.HttpSettings;
import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.provider.Providers;
import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service over HTTP, on a real port, against the simulated providers. */
class HttpTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6";
    private static final String CSV = "id,isPrio\n" + TASK + "0,true\n" + TASK + "1,perhaps\n";
    private static final String SET_PRIO = "/api/jobs?provider=awork&operation=setprio&name=prio.csv";
    private static final int LARGEST = 1 << 20;

    private final Path root;
    private final Simulators simulators = Simulators.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private RunningGateway gateway;

    HttpTest(@TempDir Path root) {
        this.root = root;
        this.gateway = serve(RunningGateway.anyPort(Optional.empty(), LARGEST));
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulators.close();
    }

    @Test
    void anUploadedDocumentBecomesResults() throws Exception {
        HttpResponse<String> accepted = upload(SET_PRIO, "text/csv", BodyPublishers.ofString(CSV));

        assertThat(accepted.statusCode()).isEqualTo(202);
        String job = json(accepted).path("job").asText();
        gateway.end();
        JsonNode shown = json(get("/api/jobs/" + job));
        assertThat(shown.path("state").asText()).isEqualTo("done");
        assertThat(shown.path("rows").path("succeeded").asInt()).isEqualTo(1);
        JsonNode failed =
                json(get("/api/jobs/" + job + "/results?status=failed")).path("rows");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).path("row").asInt()).isEqualTo(2);
        assertThat(get("/api/jobs/" + job + "/results?file=results.csv").body()).contains(TASK + "0", TASK + "1");
        assertThat(json(get("/api/jobs/" + job + "/calls")).path("calls")).hasSize(1);
        assertThat(json(get("/api/jobs")).path("jobs").findValuesAsText("job")).containsExactly(job);
    }

    @Test
    void aDryRunShowsThePlanAndSendsNothing() throws Exception {
        HttpResponse<String> plan = upload(SET_PRIO + "&dry-run=true", "text/csv", BodyPublishers.ofString(CSV));

        assertThat(plan.statusCode()).isEqualTo(200);
        assertThat(json(plan).path("edits").asInt()).isEqualTo(2);
        assertThat(json(plan).path("invalid").asInt()).isEqualTo(1);
        assertThat(json(plan).path("problems").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(json(plan).path("shares").get(0).path("calls").asInt()).isEqualTo(1);
        assertThat(gateway.ledger().jobs().newest(9)).isEmpty();
        assertThat(simulators.awork().log().total()).isZero();
    }

    @Test
    void eventsTellOfAJobUntilItHasEnded() throws Exception {
        String job = json(upload(SET_PRIO, "text/csv", BodyPublishers.ofString(CSV)))
                .path("job")
                .asText();

        HttpResponse<String> events = get("/api/jobs/" + job + "/events");

        assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
        List<String> data =
                events.body().lines().filter(line -> line.startsWith("data: ")).toList();
        assertThat(data.get(data.size() - 1)).contains("\"state\":\"done\"");
    }

    @Test
    void failedEditsAreRetriedAsANewJob() throws Exception {
        String job = json(upload(SET_PRIO, "text/csv", BodyPublishers.ofString(CSV)))
                .path("job")
                .asText();
        gateway.end();

        HttpResponse<String> retried = post("/api/jobs/" + job + "/retry");

        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(json(retried).path("job").asText()).isNotEqualTo(job);
        RunningGateway.until(() -> gateway.ledger().jobs().newest(9).stream()
                .allMatch(one -> one.state().ended()));
    }

    @Test
    void whatDoesNotFitAJobsStateIsAConflict() throws Exception {
        String job = json(upload(SET_PRIO, "text/csv", BodyPublishers.ofString(CSV)))
                .path("job")
                .asText();
        gateway.end();

        HttpResponse<String> conflict = post("/api/jobs/" + job + "/pause");

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(conflict).path("detail").asText()).contains("done");
    }

    @Test
    void aConnectionIsPausedAndResumed() throws Exception {
        assertThat(json(post("/api/connections/awork/pause"))
                        .path("paused")
                        .path("by")
                        .asText())
                .isNotEmpty();
        assertThat(post("/api/connections/awork/pause").statusCode()).isEqualTo(409);
        assertThat(json(post("/api/connections/awork/resume")).has("paused")).isFalse();
        assertThat(post("/api/connections/nowhere/pause").statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentOfManyBuffersArrivesWhole() throws Exception {
        String many = "id,isPrio\n" + (TASK + "0,true\n").repeat(20_000);

        HttpResponse<String> accepted = upload(SET_PRIO, "text/csv", BodyPublishers.ofString(many));

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(gateway.ledger().jobs().newest(1).get(0).arrival().bytes()).isEqualTo(many.length());
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedAndLeavesNothing() throws Exception {
        byte[] chunk = new byte[1 << 16];
        BodyPublisher endless = BodyPublishers.ofByteArrays(Collections.nCopies(17, chunk));

        HttpResponse<String> refused = upload(SET_PRIO, "text/csv", endless);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).path("code").asText()).isEqualTo("too-large");
        assertThat(gateway.home().archive()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "image/png"
            })
    void otherContentTypesAreRefused(String type) throws Exception {
        assertThat(upload(SET_PRIO, type, BodyPublishers.ofString(CSV)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void aPageFromElsewhereIsRefused() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(address("/api/jobs"))
                .header("Origin", "http://evil.example")
                .build();

        assertThat(send(foreign).statusCode()).isEqualTo(403);
    }

    @Test
    void aForeignHostIsRefused() throws Exception {
        // The client of the JDK would not send it.
        try (Socket socket = new Socket("127.0.0.1", gateway.http().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/jobs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void withATokenNobodyComesInWithoutIt() throws Exception {
        gateway.close();
        gateway = serve(RunningGateway.anyPort(Optional.of(Secret.of("s3cret")), LARGEST));

        assertThat(get("/api/jobs").statusCode()).isEqualTo(401);
        assertThat(get("/api/jobs/x/events").statusCode()).isEqualTo(401);
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(address("/api/jobs"))
                                .header("Authorization", "Bearer s3cret")
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/page.js", "/api/operations", "/api/nothing", "/api/jobs/none", "/../pom.xml"})
    void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
        assertThat(get(path).headers().map())
                .containsKeys("content-security-policy", "x-content-type-options", "x-frame-options")
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            gateway.close();
            HttpSettings taken =
                    new HttpSettings("127.0.0.1", other.getLocalPort(), Optional.empty(), Set.of(), LARGEST);

            assertThatThrownBy(() -> serve(taken))
                    .isInstanceOf(GatewayBroken.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("BACTRIAN_HTTP_PORT");
        }
    }

    private RunningGateway serve(HttpSettings http) {
        return RunningGateway.serve(
                root,
                Providers.shipped(),
                http,
                new Connection(
                        "awork",
                        "awork",
                        simulators.aworkUrl(),
                        Map.of("token", Secret.of("simulated")),
                        Map.of(),
                        Limits.at(1_000)));
    }

    private URI address(String path) {
        return URI.create(gateway.http() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> upload(String path, String type, BodyPublisher document)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .POST(document)
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
