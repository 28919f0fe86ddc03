package bactrian.flow;

import bactrian.config.Flaw;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house rules for route files: one stage a file, a few steps a route, no decisions and no scripts in them. */
final class RouteRules {
    static final int MOST_STEPS = 7;
    private static final Set<String> NOT_HERE =
            Set.of("script", "groovy", "jsonpath", "setHeader", "setHeaders", "choice", "javaScript", "bean");
    /** Told of jobs that end; takes nothing in. */
    private static final String ENDED = "ended";
    /** Their headers are not their senders'. */
    private static final Set<String> OWN_HEADERS = Set.of("file", ENDED, "quartz", "cron", "scheduler");

    private static final String SUBMIT = "direct:submit";

    private final List<RouteFile> files;
    private final Set<String> called;
    private final Set<String> consumed;
    private final Set<String> policies;

    private RouteRules(List<RouteFile> files) {
        this.files = files;
        this.called = texts("to");
        this.consumed = routes().map(route -> route.path("from").path("uri").asText())
                .filter(uri -> uri.startsWith("direct:"))
                .collect(Collectors.toSet());
        this.policies = files.stream()
                .flatMap(file -> file.parts("routeConfiguration").stream())
                .map(policy -> policy.path("id").asText())
                .collect(Collectors.toSet());
    }

    static RouteRules of(List<RouteFile> files) {
        return new RouteRules(files);
    }

    Stream<Flaw> check() {
        Set<String> ids = new HashSet<>();
        return files.stream().flatMap(file -> file.routes().stream().flatMap(route -> check(file, route, ids)));
    }

    private Stream<Flaw> check(RouteFile file, JsonNode route, Set<String> ids) {
        List<String> faults = new ArrayList<>();
        named(file, route, ids, faults);
        shaped(route, faults);
        connected(route, faults);
        String where = file.path() + " route " + route.path("id").asText("(without id)");
        return faults.stream().map(fault -> new Flaw(where, fault, "docs/sources.md has the rules for routes."));
    }

    private static void named(RouteFile file, JsonNode route, Set<String> ids, List<String> faults) {
        String id = route.path("id").asText();
        if (!id.equals(file.stem()) && !id.startsWith(file.stem() + "-")) {
            faults.add("Its id is neither the file's name nor starts with it.");
        }
        if (!ids.add(id)) {
            faults.add("Another route has the same id.");
        }
        String description = route.path("description").asText();
        if (description.isBlank() || description.endsWith(".")) {
            faults.add("It needs a description: one sentence without a full stop at the end.");
        }
    }

    private static void shaped(JsonNode route, List<String> faults) {
        int steps = route.findValues("steps").stream().mapToInt(JsonNode::size).sum();
        if (steps > MOST_STEPS) {
            faults.add("It has " + steps + " steps; at most " + MOST_STEPS + " can be taken in at a glance.");
        }
        NOT_HERE.stream()
                .filter(word -> route.findValue(word) != null)
                .sorted()
                .forEach(word -> faults.add("It uses " + word + ": decisions and data belong into a named step."));
        route.findValuesAsText("uri").stream()
                .filter(uri -> uri.contains("?"))
                .forEach(uri -> faults.add("Options of " + uri + " belong under parameters."));
    }

    private void connected(JsonNode route, List<String> faults) {
        route.findValuesAsText("ref").stream()
                .filter(ref -> !Steps.NAMES.contains(ref))
                .forEach(ref -> faults.add("There is no step " + ref + "."));
        route.findValuesAsText("uri").stream()
                .filter(uri -> uri.startsWith("direct:") && !consumed.contains(uri))
                .forEach(uri -> faults.add("Nothing takes what is sent to " + uri + "."));
        String from = route.path("from").path("uri").asText();
        if (from.startsWith("direct:") && !called.contains(from)) {
            faults.add("Nothing is ever sent to " + from + ".");
        }
        String scheme = RouteFile.scheme(route);
        if (RouteFile.isSource(route) && !scheme.equals(ENDED) && !SUBMIT.equals(last(route))) {
            faults.add("A source ends in " + SUBMIT + ".");
        }
        if (RouteFile.isSource(route) && !OWN_HEADERS.contains(scheme) && !removesCamelHeaders(route)) {
            faults.add("What others send may steer components by Camel* headers: its first step removes them.");
        }
        String policy = route.path("routeConfigurationId").asText();
        if (route.findValue("process") != null && policy.isEmpty()) {
            faults.add("It can fail, so it names a routeConfigurationId.");
        }
        if (!policy.isEmpty() && !policies.contains(policy)) {
            faults.add("There is no routeConfiguration " + policy + ".");
        }
    }

    private static boolean removesCamelHeaders(JsonNode route) {
        return route.path("from")
                .path("steps")
                .path(0)
                .path("removeHeaders")
                .path("pattern")
                .asText()
                .equals("Camel*");
    }

    private static String last(JsonNode route) {
        JsonNode steps = route.path("from").path("steps");
        return steps.path(steps.size() - 1).path("to").path("uri").asText();
    }

    private Set<String> texts(String step) {
        return routes().flatMap(route -> route.findValues(step).stream())
                .map(to -> to.path("uri").asText())
                .collect(Collectors.toSet());
    }

    private Stream<JsonNode> routes() {
        return files.stream().flatMap(file -> file.routes().stream());
    }
}
