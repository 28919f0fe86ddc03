package bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** When the disk is said to be full. */
class HealthCheckTest {
    private static final long MEGABYTE = 1 << 20;

    private final Path home = Path.of("home");

    @Test
    void sixtyFourMegabytesAreEnough() {
        HealthCheck disk = HealthCheck.ofRoom(home, folder -> 64 * MEGABYTE);

        assertThat(disk.name()).isEqualTo("disk");
        assertThat(disk.trouble().get()).isEmpty();
    }

    @Test
    void lessIsSaidWithWhereAndHowMuch() {
        HealthCheck disk = HealthCheck.ofRoom(home, folder -> 64 * MEGABYTE - 1);

        assertThat(disk.trouble().get().orElseThrow()).contains("Only 63 MB", "home", "nothing is lost");
    }

    @Test
    void aHomeThatIsGoneIsSaid() {
        HealthCheck disk = HealthCheck.ofRoom(home, folder -> {
            throw new NoSuchFileException(folder.toString());
        });

        assertThat(disk.trouble().get().orElseThrow()).contains("cannot be looked at", "home");
    }
}
