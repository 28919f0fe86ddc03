package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.flow.Client.Answer;
import bactrian.operation.ConnectionDraft;
import bactrian.web.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered over HTTP, on a real port, against the simulated providers. One service for all tests. */
class HttpTest extends HttpService {
    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6";
    private static final String CSV = "id,isPrio\n" + TASK + "0,true\n" + TASK + "1,perhaps\n";
    private static final String SET_PRIO = "/api/jobs?again=true&provider=awork&operation=setprio&name=prio.csv";
    private static final Pattern METRIC = Pattern.compile("\\b(bactrian_[a-z_]*[a-z]|jvm_[a-z_]+[a-z])\\b");

    @Test
    void aConnectionIsPausedAndResumed() throws Exception {
        assertThat(client.post("/api/connections/awork/pause")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("paused");
        assertThat(client.post("/api/connections/awork/pause").status()).isEqualTo(409);
        assertThat(client.get("/metrics").body()).contains("bactrian_connection_paused{connection=\"awork\"} 1.0");
        assertThat(client.post("/api/connections/awork/resume")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("ready");
        assertThat(client.post("/api/connections/nowhere/pause").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "image/png"
            })
    void otherContentTypesAreRefused(String type) throws Exception {
        assertThat(client.upload(SET_PRIO, type, CSV).status()).isEqualTo(415);
        assertThat(client.upload("/api/connections/awork/pause", type, "").status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /api/nothing,                  404",
        "GET,     /api/jobs/none,                404",
        "GET,     /../pom.xml,                   404",
        "GET,     /page/..%2findex.html,         404",
        "DELETE,  /api/jobs,                     405",
        "OPTIONS, /api/jobs,                     405",
        "PUT,     /api/jobs/none,                405",
        "GET,     /api/jobs/none/approve,        405",
        "GET,     /api/jobs?state=lost,          400",
        "POST,    /api/jobs,                     415",
        "POST,    /api/jobs/none/undo,           404",
        "POST,    /api/jobs/none/undo?forse=true, 400",
        "POST,    /api/jobs/none/verify,         404",
        "GET,     /api/jobs/none/report,         404",
        "HEAD,    /api/jobs,                     200",
        "HEAD,    /,                             200",
    })
    void whatCannotBeAskedIsAProblem(String method, String path, int status) throws Exception {
        Answer answer = client.send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
            assertThat(answer.json().path("title").asText()).isNotBlank();
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
        assertThat(answer.header("Allow").isPresent()).isEqualTo(status == 405);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "application/json;q=0, 406", "application/*;q=0.1, 200", "'text/html, */*', 200"})
    void whatIsNotWantedIsNotGiven(String accept, int status) throws Exception {
        assertThat(client.get("/api/jobs", "Accept", accept).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/page.js", "/api/operations", "/api/nothing", "/api/jobs/none", "/metrics"})
    void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
        assertThat(client.get(path).headers().map())
                .containsKeys("content-security-policy", "x-frame-options", "referrer-policy")
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void theApiDescribesAllOfItself() throws Exception {
        Answer described = client.get("/api/openapi.json");

        SwaggerParseResult read = new OpenAPIV3Parser().readContents(described.body());
        assertThat(read.getMessages()).isEmpty();
        for (Endpoint endpoint : gateway.site().endpoints()) {
            JsonNode operation = operation(described, endpoint);
            assertThat(operation.path("summary").asText()).isEqualTo(endpoint.summary());
            assertThat(operation.path("responses").size()).as(endpoint.path()).isGreaterThan(1);
        }
    }

    private static JsonNode operation(Answer described, Endpoint endpoint) throws IOException {
        return described
                .json()
                .path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void healthTellsOfEveryConnection() throws Exception {
        JsonNode health = client.get("/health").json();

        assertThat(health.path("status").asText()).isEqualTo("up");
        for (String part : List.of("ledger", "disk")) {
            assertThat(health.path(part).path("status").asText()).as(part).isEqualTo("up");
        }
        assertThat(health.path("connections").path("awork").path("status").asText())
                .isEqualTo("up");
        assertThat(client.get("/health/live").status()).isEqualTo(200);
        assertThat(client.get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void metricsCountWhatIsDone() throws Exception {
        gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));

        String metrics = client.get("/metrics").body();

        assertThat(metrics)
                .contains("bactrian_jobs{state=\"done\"}", "bactrian_edits_total{outcome=\"succeeded\"}")
                .contains("bactrian_open_calls{connection=\"awork\"}")
                .contains("bactrian_requests_seconds_count{connection=\"awork\",operation=\"setprio\",status=\"20")
                .doesNotContain(TASK);
    }

    @Test
    void everyMetricOfTheDashboardAndTheAlertsExists() throws Exception {
        gateway.ended(client.upload(SET_PRIO, "text/csv", CSV));
        String metrics = client.get("/metrics").body();

        for (String file : List.of("grafana-dashboard.json", "alerts.yaml", "README.md")) {
            List<String> named = METRIC.matcher(Files.readString(Path.of("docs/monitoring", file)))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            assertThat(named).as(file).hasSizeGreaterThan(3).allSatisfy(name -> assertThat(metrics)
                    .containsPattern("(?m)^" + name + "(_bucket|_count)?[{ ]"));
        }
    }

    @Test
    void theOtherListsAreThere() throws Exception {
        assertThat(client.get("/api/operations?provider=close").json().path("operations"))
                .hasSize(3);
        assertThat(client.get("/api/schedules").json().path("schedules").isArray())
                .isTrue();
        assertThat(client.get("/api/connections").body())
                .contains("\"requestsPerSecond\"")
                .doesNotContain(ConnectionDraft.SECRET);
    }
}
