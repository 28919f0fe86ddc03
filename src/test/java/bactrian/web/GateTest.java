package bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    })
    void withoutATokenNoPageFromElsewhereComesIn(
            String method, String host, String origin, String contentType, String expected) {
        Map<String, String> headers = new HashMap<>();
        put(headers, "host", host);
        put(headers, "origin", origin);
        put(headers, "content-type", contentType);

        assertThat(status(LOOPBACK.refusal(request(method, headers), false))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "false, Bearer s3cret,  ok",
        "false, Bearer other,   401",
        "false, Basic s3cret,   401",
        "false, ,               401",
        "true,  ,               ok",
    })
    void withATokenItMustBeShownForEverythingButThePage(boolean open, String authorization, String expected) {
        Map<String, String> headers = new HashMap<>();
        put(headers, "authorization", authorization);

        assertThat(status(WITH_TOKEN.refusal(request("GET", headers), open))).isEqualTo(expected);
    }

    @Test
    void aRefusalIsAProblemDocumentThatSaysWhatToDo() {
        WebResponse refusal =
                WITH_TOKEN.refusal(request("GET", Map.of()), false).orElseThrow();

        assertThat(refusal.contentType()).isEqualTo("application/problem+json");
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(new String(((WebResponse.Body.Bytes) refusal.body()).bytes(), StandardCharsets.UTF_8))
                .contains("Authorization: Bearer", "\"status\":401")
                .doesNotContain("s3cret");
    }

    private static WebRequest request(String method, Map<String, String> headers) {
        return WebRequest.of(method, "/api/jobs", Map.of(), headers, InputStream.nullInputStream());
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
