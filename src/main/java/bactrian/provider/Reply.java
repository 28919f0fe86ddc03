package bactrian.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP answer. Header names are found in any case. */
public final class Reply {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int status;
    private final TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String body;

    public Reply(int status, Map<String, List<String>> headers, String body) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = body;
    }

    /** This answer with another body. */
    public Reply saying(String text) {
        return new Reply(status, headers, text);
    }

    public int status() {
        return status;
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Whether it sends the request to another address. Such answers are never followed: they would take credentials along. */
    public boolean redirects() {
        return status >= 300 && status < 400;
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Whether there is a header whose name starts like this. */
    boolean hasHeaderLike(String start) {
        Optional<String> next = Optional.ofNullable(headers.ceilingKey(start));
        return next.filter(name -> name.regionMatches(true, 0, start, 0, start.length()))
                .isPresent();
    }

    /** Empty text where there was none. */
    public String body() {
        return body;
    }

    /** The body as JSON; empty when it is none, whole. */
    public Optional<JsonNode> json() {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
