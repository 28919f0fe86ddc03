package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system in memory that is soon full. Only who may mount can have one. */
final class SmallDisk {

    private SmallDisk() {}

    static boolean mounted(Path folder, int megabytes) throws InterruptedException {
        return mounted(folder, "size=" + megabytes + "m");
    }

    /** One that nobody may write to, not even root. */
    static boolean mountedReadOnly(Path folder) throws InterruptedException {
        return mounted(folder, "ro");
    }

    private static boolean mounted(Path folder, String options) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) == 0;
    }

    static void unmount(Path folder) throws InterruptedException {
        run("umount", folder.toString());
    }

    /** Writes until nothing more fits. */
    static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(file).exists();
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }
}
