package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How documents come in. */
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:20:55Z");

    private final Path home;
    private final Ledger ledger;
    private final Intake intake;

    IntakeTest(@TempDir Path home) {
        this.home = home;
        ledger = Ledger.open(LedgerPlace.sqlite(home.resolve("ledger.db")), InstantSource.fixed(NOW));
        intake = new Intake(ledger, home.resolve("archive"), InstantSource.fixed(NOW), new Random(1));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Job receive(String text, Delivery delivery) throws IOException {
        return intake.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), delivery);
    }

    private static Delivery delivery(String fileName) {
        return Delivery.of("inbox:" + fileName, fileName, Format.CSV, Defaults.NONE);
    }

    @Test
    void aDocumentIsInTheArchiveAndItsJobInTheLedger() throws IOException {
        Job job = receive("id\n1\n", delivery("prio.csv"));

        assertThat(job.id()).matches("20261122T022055Z-prio-[0-9a-f]{4}");
        assertThat(job.state()).isEqualTo(JobState.RECEIVED);
        assertThat(job.arrival().sha256())
                .isEqualTo("7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108");
        assertThat(home.resolve("archive").resolve(job.id()).resolve("prio.csv"))
                .hasContent("id\n1\n");
        assertThat(ledger.jobs().find(job.id())).isPresent();
    }

    @Test
    void anArrivalThatIsMetAgainIsNoSecondJob() throws IOException {
        Job first = receive("id\n1\n", delivery("prio.csv").identity("inbox:prio.csv@1"));

        Job again = receive("id\n1\n", delivery("prio.csv").identity("inbox:prio.csv@1"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(ledger.jobs().newest(10)).hasSize(1);
        assertThat(home.resolve("archive")).isDirectoryContaining("glob:**" + first.id());
        assertThat(home.resolve("archive").toFile().list()).hasSize(1);
    }

    @Test
    void anotherContentUnderTheSameIdentityIsAnotherJob() throws IOException {
        receive("id\n1\n", delivery("prio.csv").identity("inbox:prio.csv@1"));

        receive("id\n2\n", delivery("prio.csv").identity("inbox:prio.csv@1"));

        assertThat(ledger.jobs().newest(10)).hasSize(2);
    }

    @Test
    void manyDocumentsOfOneNameInOneSecondHaveIdsOfTheirOwn() throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            ids.add(receive("id\n" + i + "\n", delivery("prio.csv")).id());
        }

        assertThat(ids).hasSize(400);
    }

    @Test
    void leftoversOfACrashAreRemovedOnceNobodyCanBeAtWorkOnThem() throws IOException {
        Path old = Files.createDirectories(home.resolve("archive/.20261120T000000Z-old-0000"));
        Files.writeString(old.resolve("old.csv"), "id\n");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(2))));
        Path fresh = Files.createDirectories(home.resolve("archive/.20261122T000000Z-new-0000"));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));

        intake.repair();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
