package bactrian.postgres;

import bactrian.plan.Tree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of servers, named after the process that started them: what a killed one left is found by that, and removed. */
final class LeftBehind {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "bactrian-postgres-of-";

    private LeftBehind() {}

    static Path create() throws IOException {
        return Files.createTempDirectory(
                TEMPORARY, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Ends the servers of processes that are no more, and removes their folders. What is somebody else's stays. */
    static void remove() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(TEMPORARY, PREFIX + "*")) {
            for (Path folder : folders) {
                if (ProcessHandle.of(owner(folder)).isEmpty()) {
                    remove(folder);
                }
            }
        }
    }

    private static long owner(Path folder) {
        return Long.parseLong(
                folder.getFileName().toString().substring(PREFIX.length()).split("-")[0]);
    }

    private static void remove(Path folder) {
        try {
            Path server = folder.resolve("postmaster.pid");
            if (Files.exists(server)) {
                end(Long.parseLong(Files.readAllLines(server).get(0).strip()), folder);
            }
            Tree.delete(folder);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException notOurs) {
            System.err.println("left behind: " + folder + " (" + notOurs.getMessage() + ")");
        }
    }

    /** Its number may be another process's by now. */
    private static void end(long number, Path folder) {
        ProcessHandle.of(number)
                .filter(server -> server.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent())
                .ifPresent(server -> {
                    List<ProcessHandle> all = server.descendants().toList();
                    server.destroyForcibly();
                    all.forEach(ProcessHandle::destroyForcibly);
                    server.onExit().join();
                    all.forEach(each -> each.onExit().join());
                });
    }
}
