package bactrian.cli;

import bactrian.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as people start it: the launcher, as a process of its own, with a home and simulated providers. */
final class Program {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LAUNCHER = Path.of("bactrian").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 120;
    private static final long SCRIPT_PATIENCE_SECONDS = 4 * PATIENCE_SECONDS;

    static {
        prepare();
    }

    private final Path home;
    private final Map<String, String> environment;

    Program(Path home, Simulators simulators) {
        this.home = home;
        this.environment = Map.ofEntries(
                Map.entry("BACTRIAN_NO_BUILD", "1"),
                // What lives for seconds does not earn Java's better compiler.
                Map.entry("BACTRIAN_JAVA_OPTS", "-XX:TieredStopAtLevel=1"),
                Map.entry("BACTRIAN_HOME", home.toString()),
                Map.entry("BACTRIAN_HTTP_PORT", "0"),
                Map.entry("BACTRIAN_QUEUE_PORT", "0"),
                Map.entry("CLOSE_BASE_URL", simulators.closeUrl().toString()),
                Map.entry("CLOSE_API_KEY", "key"),
                Map.entry("AWORK_BASE_URL", simulators.aworkUrl().toString()),
                Map.entry("AWORK_TOKEN", "token"),
                Map.entry(
                        "YANDEX_TRACKER_BASE_URL", simulators.yandexTrackerUrl().toString()),
                Map.entry("YANDEX_TRACKER_TOKEN", "token"),
                Map.entry("YANDEX_TRACKER_ORG_ID", "1"));
    }

    /**
     * The first start of a build makes the archive of classes, which takes long on a busy machine; no test should wait for
     * it. Where tests run in several processes, the others wait for the one that makes it. What the program says goes
     * nowhere: a thread that reads it would wait for this class to be ready.
     */
    private static void prepare() {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "operations")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("BACTRIAN_NO_BUILD", "1");
        try (FileChannel channel = FileChannel.open(
                        LAUNCHER.resolveSibling("target/prepare.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock others = channel.lock()) {
            assert others.isValid();
            Process process = builder.start();
            if (!process.waitFor(SCRIPT_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What a finished process said. */
    record Run(int exitCode, String out, String err) {

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException noJson) {
                throw new UncheckedIOException(out + err, noJson);
            }
        }
    }

    Run run(String... arguments) {
        return finish(start(Map.of(), arguments));
    }

    Run run(Map<String, String> extra, String... arguments) {
        return finish(start(extra, arguments));
    }

    Process start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** @param extra environment variables; an empty one is taken away */
    Process start(Map<String, String> extra, String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return start(extra, command);
    }

    /** Runs a shell script that stops at the first command that fails. */
    Run shell(Path script) {
        return finish(start(Map.of(), List.of("bash", "-eu", script.toString())), SCRIPT_PATIENCE_SECONDS);
    }

    private Process start(Map<String, String> extra, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(Interruptible.command(command)).directory(home.toFile());
        builder.environment().putAll(environment);
        extra.forEach((name, value) -> {
            builder.environment().put(name, value);
            if (value.isEmpty()) {
                builder.environment().remove(name);
            }
        });
        try {
            return builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Run finish(Process process) {
        return finish(process, PATIENCE_SECONDS);
    }

    static Run finish(Process process, long patienceSeconds) {
        try {
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + out.get() + err.get());
            }
            return new Run(process.exitValue(), out.get(), err.get());
        } catch (InterruptedException | java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits until something is so; polled, for what another process does. */
    static void await(String what, java.util.function.BooleanSupplier so) {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > latest) {
                throw new AssertionError("never: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** Puts a file into the inbox as somebody would who knows how: whole, by one rename. */
    void drop(String name, String text) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Path part = Files.writeString(file.resolveSibling("." + file.getFileName()), text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The only results folder there is. */
    Path results() {
        List<Path> folders = resultFolders();
        if (folders.size() != 1) {
            throw new AssertionError("not one results folder: " + folders);
        }
        return folders.get(0);
    }

    List<Path> resultFolders() {
        return list(home.resolve("results"));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            throw new UncheckedIOException(text, noJson);
        }
    }

    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
