package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start says of an operator's own route that cannot run: which file or route it is, and why. */
class OwnRoutesTest extends GatewayAtWork {
    private static final String ROUTE =
            """
            - route:
                id: own
                description: Something of the operator's own
                from:
                  uri: timer:own
                  steps:
                    - setVariable:
                        name: source
                        expression:
                          simple:
                            expression: "${file:nam"
            """;

    OwnRoutesTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void aRouteThatCamelRefusesIsNamed() throws IOException {
        Path routes = withOwn(ROUTE.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> start(setup().routes(routes, Map.of())))
                .isInstanceOf(GatewayBroken.class)
                .hasMessageStartingWith("The routes cannot be started: route own: ");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path routes = withOwn(new byte[] {(byte) 0xFF, (byte) 0xFE, '-', 0});

        assertThatThrownBy(() -> start(setup().routes(routes, Map.of())))
                .isInstanceOf(GatewayBroken.class)
                .hasMessage("The routes cannot be started: " + routes.resolve("own.camel.yaml") + ": It is not UTF-8.");
    }

    /** The shipped routes and one file more. */
    private Path withOwn(byte[] content) throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        for (Path file : shipped()) {
            Files.copy(file, routes.resolve(file.getFileName()));
        }
        Files.write(routes.resolve("own.camel.yaml"), content);
        return routes;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(GatewaySetup.SHIPPED_ROUTES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
