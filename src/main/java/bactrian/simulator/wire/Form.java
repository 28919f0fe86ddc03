package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields a request may have, each with its check. A field that is not listed is a problem too. */
public record Form(Map<String, Check> fields) {

    /** What is wrong with the body, by field; empty when nothing is. */
    public Map<String, String> problems(JsonNode body) {
        Map<String, String> problems = new LinkedHashMap<>();
        body.properties().forEach(field -> check(field.getKey(), field.getValue())
                .ifPresent(problem -> problems.put(field.getKey(), problem)));
        return problems;
    }

    private Optional<String> check(String name, JsonNode value) {
        return Optional.ofNullable(fields.get(name))
                .map(check -> check.problem(value))
                .orElse(Optional.of("Unknown field."));
    }
}
