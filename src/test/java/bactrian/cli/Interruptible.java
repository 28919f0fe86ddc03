package bactrian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A shell has what it starts in the background ignore Ctrl-C, and so does what that starts: tests among them. */
final class Interruptible {
    private static final boolean IGNORED = ignored();

    private Interruptible() {}

    /** The command line, by which the command heeds Ctrl-C whatever its parent does. */
    static List<String> command(List<String> command) {
        return IGNORED
                ? Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream())
                        .toList()
                : command;
    }

    private static boolean ignored() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(signals -> (signals & 0b10) != 0);
        } catch (IOException notLinux) {
            return false;
        }
    }
}
