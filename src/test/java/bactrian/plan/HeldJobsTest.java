package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Arrival;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldJobsTest {
    private static final Arrival ARRIVAL = new Arrival(
            "test",
            "a.csv",
            "csv",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "content",
            1,
            Optional.empty(),
            Map.of());

    @Test
    void onlyFilesOfJobsAreSwept(@TempDir Path home) throws IOException {
        Path folder = Files.createDirectory(home.resolve("held"));
        Path left = Files.writeString(folder.resolve("a-job.json"), "{}");
        Path note = Files.writeString(folder.resolve("a.json"), "mine");
        Files.createDirectories(folder.resolve("folder.json/inner"));

        try (Ledger ledger = Ledger.open(LedgerPlace.sqlite(home.resolve("ledger.db")), () -> Instant.EPOCH)) {
            ledger.jobs().receive("a-job", ARRIVAL);
            new HeldJobs(folder, Connections.of(List.of())).sweep(ledger.jobs());
        }

        assertThat(left).doesNotExist();
        assertThat(note).exists();
        assertThat(folder.resolve("folder.json/inner")).exists();
    }
}
