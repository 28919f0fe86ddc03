package bactrian.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with variables in braces, each of which stands for one step of it. */
record PathTemplate(String text) {

    /** The variables' values, where the path fits. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(text.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int step = 0; step < wanted.size(); step++) {
            String name = wanted.get(step);
            String value = given.get(step);
            if (isVariable(name) && !value.isEmpty()) {
                values.put(name.substring(1, name.length() - 1), value);
            } else if (!name.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** In order. */
    List<String> variables() {
        return List.of(text.split("/")).stream()
                .filter(PathTemplate::isVariable)
                .map(step -> step.substring(1, step.length() - 1))
                .toList();
    }

    private static boolean isVariable(String step) {
        return step.startsWith("{") && step.endsWith("}");
    }
}
