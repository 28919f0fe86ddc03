package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bactrian.operation.Secret;
import bactrian.postgres.PostgresServer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is said when a ledger in PostgreSQL cannot be used, and what it does when the database comes and goes. */
final class PostgresTroubleTest {
    private final Clockwork clock = new Clockwork();

    @Test
    void aDatabaseThatIsAwayIsNamedWithoutItsPassword() {
        LedgerPlace nowhere = new LedgerPlace(
                "jdbc:postgresql://127.0.0.1:1/ledger?password=hush",
                Optional.of("ann"),
                Optional.of(Secret.of("hush")));

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> Ledger.open(nowhere, clock))
                .withMessageContaining("jdbc:postgresql://127.0.0.1:1/ledger cannot be reached")
                .withMessageContaining("BACTRIAN_LEDGER_URL")
                .withMessageNotContaining("hush");
    }

    @Test
    void aDatabaseThatDoesNotExistIsSaidToBeMissing() {
        PostgresServer.Database database = PostgresServer.shared().database();
        LedgerPlace elsewhere = new LedgerPlace(database.url() + "nowhere", Optional.of("bactrian"), Optional.empty());

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> Ledger.open(elsewhere, clock))
                .withMessageContaining("does not exist: create the database");
    }

    @Test
    void aLedgerOfANewerVersionIsNotTouched() {
        LedgerPlace place = PostgresLedgers.place(PostgresServer.shared().database());
        Ledger.open(place, clock).close();
        Schema.remember(PostgresDialect.of(place), Schema.VERSION + 1);

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> Ledger.open(place, clock))
                .withMessageContaining("newer version of this program");
    }

    @Test
    void twoNodesThatStartAtOnceCreateItOnce() {
        LedgerPlace place = PostgresLedgers.place(PostgresServer.shared().database());

        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> Ledger.open(place, clock).close());
        Ledger.open(place, clock).close();

        assertThat(other).succeedsWithin(java.time.Duration.ofMinutes(1));
    }

    @Test
    void aMessageMayHoldTheCharacterThatPostgresCannot() {
        try (Ledger ledger = Ledger.open(PostgresLedgers.empty(), clock)) {
            new Drafts(ledger).call(1).running(LedgerContract.JOB);
            Claim claim = ledger.calls().claim(Drafts.LANE).orElseThrow();

            ledger.calls().defer(claim, clock.instant(), Trace.REFUSED, "no\0way");

            assertThat(ledger.evidence().calls(LedgerContract.JOB, 1, 1).get(0).note())
                    .isEqualTo("no\uFFFDway");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterTheDatabaseFellOver() throws Exception {
        try (PostgresServer server = PostgresServer.own();
                Ledger ledger = Ledger.open(PostgresLedgers.place(server.database()), clock)) {
            new Drafts(ledger).call(2).call(1).running(LedgerContract.JOB);
            Claim inHand = ledger.calls().claim(Drafts.LANE).orElseThrow();
            server.kill();
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> ledger.calls().settle(inHand, LedgerContract.succeeded(2)))
                    .withMessageContaining("cannot be reached");

            server.revive();

            ledger.calls().settle(inHand, LedgerContract.succeeded(2));
            assertThat(ledger.jobs().find(LedgerContract.JOB)).map(Job::tally).contains(new Tally(3, 2, 0, 0, 0));
        }
    }

    @Test
    void aConnectionThatWasCutIsReplacedUnnoticed() {
        PostgresServer server = PostgresServer.shared();
        PostgresServer.Database database = server.database();
        try (Ledger ledger = Ledger.open(PostgresLedgers.place(database), clock)) {
            new Drafts(ledger).call(1).running(LedgerContract.JOB);
            // Waits until it is cut: else it may be cut in the midst of what follows.
            server.execute("select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '"
                    + database.name() + "'");

            Claim claim = ledger.calls().claim(Drafts.LANE).orElseThrow();
            ledger.calls().settle(claim, LedgerContract.succeeded(1));

            assertThat(ledger.jobs().finish(LedgerContract.JOB)).isTrue();
        }
    }
}
