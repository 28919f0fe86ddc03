package bactrian.web;

import bactrian.outcome.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an endpoint knows what it is asked for. Where something is changed, a misspelt {@code dry-run} must not end in
 * edits being sent. Where something is only read, what is not known is ignored, as everywhere on the web.
 */
final class QueryCheck {
    private QueryCheck() {}

    /** 400, or nothing. */
    static Optional<WebResponse> refusal(Endpoint endpoint, WebRequest request) {
        if (request.reads()) {
            return Optional.empty();
        }
        return request.query().entrySet().stream()
                .flatMap(given -> wrong(endpoint, given).stream())
                .sorted()
                .findFirst()
                .map(detail -> ProblemDetail.of(400, detail + " Nothing was done."));
    }

    private static Optional<String> wrong(Endpoint endpoint, Map.Entry<String, String> given) {
        Optional<Endpoint.Parameter> known = endpoint.query().stream()
                .filter(parameter -> parameter.name().equals(given.getKey()))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of(unknown(endpoint, given.getKey()));
        }
        boolean sound = !known.get().flag() || List.of("true", "false").contains(given.getValue());
        return sound ? Optional.empty() : Optional.of(given.getKey() + " is true or false.");
    }

    private static String unknown(Endpoint endpoint, String name) {
        List<String> names =
                endpoint.query().stream().map(Endpoint.Parameter::name).toList();
        String instead = Nearest.to(name, names)
                .map(near -> " Did you mean " + near + "?")
                .orElse(names.isEmpty() ? "" : " Known are: " + String.join(", ", names) + ".");
        return "There is no parameter " + name + " here." + instead;
    }
}
