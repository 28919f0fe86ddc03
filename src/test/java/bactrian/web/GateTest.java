package bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Secret;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Gate LOOPBACK = new Gate(Optional.empty(), Set.of("gate.example"));
    private static final Gate WITH_TOKEN = new Gate(Optional.of(Secret.of("s3cret")), Set.of());

    @ParameterizedTest
    @CsvSource({
        "GET,  127.0.0.1:8080, ,                        ,                                  ok",
        "GET,  localhost:8080, ,                        ,                                  ok",
        "GET,  [::1]:8080,     ,                        ,                                  ok",
        "GET,  gate.example,   ,                        ,                                  ok",
        "GET,  LOCALHOST,      ,                        ,                                  ok",
        "GET,  evil.example,   ,                        ,                                  403",
        "GET,  127.0.0.1.evil.example, ,                ,                                  403",
        "GET,  ,               ,                        ,                                  403",
        "GET,  127.0.0.1:8080, http://evil.example,     ,                                  403",
        "GET,  127.0.0.1:8080, http://127.0.0.1:9090,   ,                                  403",
        "GET,  127.0.0.1:8080, http://127.0.0.1:8080,   ,                                  ok",
        "POST, 127.0.0.1:8080, null,                    text/csv,                          403",
        "POST, 127.0.0.1:8080, not an origin,           text/csv,                          403",
        "POST, 127.0.0.1:8080, http://127.0.0.1:8080,   text/csv,                          ok",
        "POST, 127.0.0.1:8080, ,                        text/csv,                          ok",
        "POST, 127.0.0.1:8080, ,                        text/plain; charset=utf-8,         415",
        "POST, 127.0.0.1:8080, ,                        application/x-www-form-urlencoded, 415",
        "POST, 127.0.0.1:8080, ,                        multipart/form-data; boundary=x,   415",
    })
    void withoutATokenNoPageFromElsewhereComesIn(
            String method, String host, String origin, String contentType, String expected) {
        Map<String, String> headers = new HashMap<>();
        put(headers, "host", host);
        put(headers, "origin", origin);
        put(headers, "content-type", contentType);

        assertThat(status(LOOPBACK.refusal(request(method, "/api/jobs", headers))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/jobs, Bearer s3cret,  ok",
        "/api/jobs, Bearer other,   401",
        "/api/jobs, Basic s3cret,   401",
        "/api/jobs, ,               401",
        "/metrics,  ,               401",
        "/,         ,               ok",
        "/page.js,  ,               ok",
    })
    void withATokenItMustBeShownForEverythingButThePage(String path, String authorization, String expected) {
        Map<String, String> headers = new HashMap<>();
        put(headers, "authorization", authorization);

        assertThat(status(WITH_TOKEN.refusal(request("GET", path, headers)))).isEqualTo(expected);
    }

    @Test
    void aRefusalIsAProblemDocumentThatSaysWhatToDo() {
        WebResponse refusal =
                WITH_TOKEN.refusal(request("GET", "/api/jobs", Map.of())).orElseThrow();

        assertThat(refusal.contentType()).isEqualTo("application/problem+json");
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(new String(
                        ((WebResponse.Body.Bytes) refusal.body()).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Authorization: Bearer", "\"status\":401")
                .doesNotContain("s3cret");
    }

    private static WebRequest request(String method, String path, Map<String, String> headers) {
        return new WebRequest(method, path, Map.of(), headers, InputStream.nullInputStream());
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String status(Optional<WebResponse> refusal) {
        return refusal.map(response -> Integer.toString(response.status())).orElse("ok");
    }
}
