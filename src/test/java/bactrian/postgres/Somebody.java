package bactrian.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who runs PostgreSQL: ourselves, but for root, who becomes somebody without rights by the first way that the machine allows. */
final class Somebody {
    private static final String NOBODY = "65534";
    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("unshare", "-U", "--"),
            List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"),
            List.of("chroot", "--userspec=" + NOBODY + ":" + NOBODY, "--skip-chdir", "/"));
    private static final List<String> WAY = WAYS.stream()
            .filter(Somebody::isNotRoot)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Root cannot become somebody else here, by unshare -U, setpriv"
                    + " or chroot, and PostgreSQL does not run as root. Run the tests as another user."));

    private Somebody() {}

    static ProcessBuilder command(String... program) {
        List<String> command = new ArrayList<>(WAY);
        command.addAll(List.of(program));
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    /** Makes a folder theirs. In a user namespace root's files are. */
    static void own(Path folder) throws IOException {
        if (WAY.contains("setpriv") || WAY.contains("chroot")) {
            Files.setAttribute(folder, "unix:uid", Integer.parseInt(NOBODY));
        }
    }

    private static boolean isNotRoot(List<String> way) {
        List<String> command = new ArrayList<>(way);
        command.addAll(List.of("id", "-u"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !said.equals("0");
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
