package bactrian.cli;

import bactrian.config.Home;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** {@code state/run.json}: how other programs find the running service. */
record RunFile(Path file) implements AutoCloseable {

    /** Written whole by one rename; one that a dead process left is replaced. */
    static RunFile write(Home home, Optional<URI> http, Optional<String> queue) throws IOException {
        ObjectNode content = Json.object().put("pid", ProcessHandle.current().pid());
        http.ifPresent(address -> content.put("http", address.toString()));
        queue.ifPresent(address -> content.put("queue", address));
        Path file = home.state().resolve("run.json");
        Path half = home.state().resolve(".run.json");
        Files.writeString(half, Json.text(content) + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new RunFile(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
