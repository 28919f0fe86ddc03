package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.config.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
    private static final Path SHIPPED = Path.of("routes");

    private final Path folder;

    RouteFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theShippedRoutesKeepTheRules() {
        assertThat(RouteFiles.in(SHIPPED).check()).isEmpty();
    }

    @Test
    void everyStepThatRoutesMayNameIsUsed() throws IOException {
        String all;
        try (Stream<Path> files = Files.list(SHIPPED)) {
            all = files.filter(Files::isRegularFile).map(RouteFilesTest::text).collect(Collectors.joining());
        }

        assertThat(Steps.NAMES).allMatch(step -> all.contains("ref: " + step + "\n"));
    }

    @Test
    void onlySourcesAreLeftOutWhereNothingIsTakenIn() {
        String pattern = RouteFiles.in(SHIPPED).patternOf(Gateway.Part.WORK, Set.of());

        assertThat(Stream.of(pattern.split(",")).map(file -> Path.of(file.substring("file:".length()))
                        .getFileName()
                        .toString()))
                .containsExactly(
                        "faults.camel.yaml",
                        "plan.camel.yaml",
                        "results.camel.yaml",
                        "scheduled-sync.camel.yaml",
                        "submit.camel.yaml");
    }

    @Test
    void parametersThatAComponentDoesNotKnowAreNamed() throws IOException {
        write(
                "a.camel.yaml",
                """
                - route:
                    id: a
                    description: Take files
                    from:
                      uri: file
                      parameters:
                        directoryName: "{{routes.folder}}"
                        dealy: 250
                        read-lock: none
                        scheduler.cron: x
                        consumer.exceptionHandler: "#x"
                      steps:
                        - to:
                            uri: http:host
                            parameters:
                              whatever: goes with the request
                        - to:
                            uri: kafak:topic
                            parameters:
                              brokers: b
                        - to: direct:submit
                """);

        assertThat(RouteFiles.in(folder).check())
                .extracting(flaw -> flaw.message() + " " + flaw.hint())
                .contains(
                        "The component file has no parameter dealy. Did you mean delay?",
                        "There is no component kafak. Correct the name, or put the component's jar into lib/ext"
                                + " (docs/sources.md).")
                .filteredOn(flaw -> flaw.contains("component"))
                .hasSize(2);
    }

    @Test
    void whatIsNotYamlIsNamed() throws IOException {
        write("broken.camel.yaml", "- route: [");

        assertThat(RouteFiles.in(folder).check())
                .singleElement()
                .extracting(Flaw::message)
                .asString()
                .startsWith("It is not YAML");
    }

    @Test
    void whatCannotBeReadIsNamedAndStopsNoCheck() throws IOException {
        Files.createDirectory(folder.resolve("a.camel.yaml"));
        Files.write(folder.resolve("b.camel.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, '-', 0});
        write("c.camel.yaml", "hello");
        write("d.yaml", "- route:");

        assertThat(RouteFiles.in(folder).check())
                .extracting(Flaw::message)
                .containsExactlyInAnyOrder(
                        "It is a folder, not a file.",
                        "It is not UTF-8.",
                        "It holds no list of routes.",
                        "It is not read.");
    }

    @Test
    void anUnknownOptionIsFoundByTheSchema() throws IOException {
        write(
                "odd.camel.yaml",
                """
                - route:
                    id: odd
                    description: It has an option that Camel does not know
                    colour: red
                    from:
                      uri: direct:odd
                      steps: []
                """);

        assertThat(RouteFiles.in(folder).check())
                .anyMatch(flaw -> flaw.message().contains("colour"));
    }

    @Test
    void everyRuleIsLookedAfter() throws IOException {
        write(
                "rules.camel.yaml",
                """
                - route:
                    id: other
                    description: It breaks every rule there is.
                    routeConfigurationId: nowhere
                    from:
                      uri: file:inbox?delete=true
                      steps:
                        - process:
                            ref: guess
                        - setHeader:
                            name: a
                            expression:
                              constant:
                                expression: b
                        - to:
                            uri: direct:nobody
                        - to:
                            uri: log:1
                        - to:
                            uri: log:2
                        - to:
                            uri: log:3
                        - to:
                            uri: log:4
                        - to:
                            uri: log:5
                - route:
                    id: rules-deaf
                    description: Nobody calls it
                    from:
                      uri: direct:deaf
                      steps:
                        - process:
                            ref: planJob
                """);

        Set<String> messages =
                RouteFiles.in(folder).check().stream().map(Flaw::message).collect(Collectors.toSet());

        assertThat(messages)
                .contains(
                        "Its id is neither the file's name nor starts with it.",
                        "It needs a description: one sentence without a full stop at the end.",
                        "It has 8 steps; at most 7 can be taken in at a glance.",
                        "It uses setHeader: decisions and data belong into a named step.",
                        "Options of file:inbox?delete=true belong under parameters.",
                        "There is no step guess.",
                        "Nothing takes what is sent to direct:nobody.",
                        "Nothing is ever sent to direct:deaf.",
                        "A source ends in direct:submit.",
                        "It can fail, so it names a routeConfigurationId.",
                        "There is no routeConfiguration nowhere.");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
