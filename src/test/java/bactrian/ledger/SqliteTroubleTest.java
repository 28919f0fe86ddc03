package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when an SQLite ledger cannot be used, and what is left of one whose process died. */
final class SqliteTroubleTest {
    private final Clockwork clock = new Clockwork();
    private final Path folder;
    private final Path file;

    SqliteTroubleTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ledger.db");
    }

    private Ledger open(Path at) {
        return Ledger.open(LedgerPlace.sqlite(at), clock);
    }

    @Test
    void whatWasWrittenIsThereAfterTheProcessDied() throws IOException {
        Path copy = folder.resolve("copy");
        try (Ledger ledger = open(file)) {
            new Drafts(ledger).call(2).call(1).running(LedgerContract.JOB);
            ledger.calls().settle(ledger.calls().claim(Drafts.LANE).orElseThrow(), LedgerContract.succeeded(2));
            ledger.calls().claim(Drafts.LANE);

            Files.createDirectory(copy);
            copyFiles(folder, copy); // as the disk is at this moment: nothing was closed
        }

        try (Ledger revived = open(copy.resolve("ledger.db"))) {
            assertThat(revived.jobs().find(LedgerContract.JOB)).map(Job::tally).contains(new Tally(3, 2, 0, 0, 0));
            assertThat(revived.calls().interrupted(any -> true))
                    .extracting(claim -> claim.call().number())
                    .containsExactly(2);
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, to.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void aFileThatIsNoLedgerIsCalledCorrupt() throws IOException {
        Files.writeString(file, "id;status\n".repeat(1000));

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("is corrupt or is not a ledger");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> open(file.resolve("nowhere").resolve("ledger.db")))
                .withMessageContaining("nowhere");
    }

    @Test
    void aLedgerOfANewerVersionIsNotTouched() {
        open(file).close();
        Schema.remember(SqliteDialect.of("jdbc:sqlite:" + file), Schema.VERSION + 1);

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining("newer version of this program");
    }

    @Test
    void aClosedLedgerSaysSo() {
        Ledger ledger = open(file);
        ledger.close();

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> ledger.jobs().receive("a", Drafts.arrival("a")))
                .withMessageContaining("is closed");
    }

    @Test
    void anotherDatabaseIsNotSpokenYet() {
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(
                        () -> Ledger.open(new LedgerPlace("jdbc:derby:x", Optional.empty(), Optional.empty()), clock))
                .withMessageContaining("BACTRIAN_LEDGER_URL");
    }

    @Test
    void theNewestMigrationIsTheOneTheProgramKnows() {
        open(file).close();

        assertThat(Schema.flyway(SqliteDialect.of("jdbc:sqlite:" + file))
                        .info()
                        .current()
                        .getVersion()
                        .toString())
                .isEqualTo(String.valueOf(Schema.VERSION));
    }
}
