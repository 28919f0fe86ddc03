package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Telling.Kind;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is still to be told that a job has ended, for every kind of ledger. */
abstract class TellingsContract extends LedgerContract {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Letter LETTER =
            new Letter("text", Optional.empty(), Optional.empty(), JsonNodeFactory.instance.objectNode());

    @Test
    void everyListenerIsToldOfAJobThatEndsAfterItListens() {
        ledger.tellings().listen("webhook");
        ledger.tellings().listen("webhook");
        ledger.tellings().listen("mail");
        reject();

        assertThat(ledger.tellings().hasDue("webhook")).isTrue();
        assertThat(ledger.tellings().hasDue("nobody")).isFalse();
        Telling telling = ledger.tellings().take("webhook", 10, LEASE).get(0);
        assertThat(telling.kind()).isEqualTo(Kind.SUMMARY);
        assertThat(telling.job()).isEqualTo(JOB);
        assertThat(telling.message()).isEmpty();
        assertThat(ledger.tellings().take("mail", 10, LEASE)).hasSize(1);
    }

    @Test
    void whatOneNodeTookIsNoOthersUntilItsLeaseIsOver() {
        ledger.tellings().listen("webhook");
        reject();
        try (Ledger other = open(clock)) {
            assertThat(ledger.tellings().take("webhook", 10, LEASE)).hasSize(1);
            assertThat(other.tellings().take("webhook", 10, LEASE)).isEmpty();
            clock.advance(LEASE);

            List<Telling> taken = other.tellings().take("webhook", 10, LEASE);

            assertThat(taken).hasSize(1);
            other.tellings().done(taken);
            clock.advance(LEASE);
            assertThat(ledger.tellings().hasDue("webhook")).isFalse();
        }
    }

    @Test
    void whatDidNotWorkComesAgainAndIsCounted() {
        ledger.tellings().listen("webhook");
        reject();
        Telling first = ledger.tellings().take("webhook", 1, LEASE).get(0);

        ledger.tellings().again(first, clock.instant().plusSeconds(5));

        assertThat(ledger.tellings().hasDue("webhook")).isFalse();
        clock.advance(Duration.ofSeconds(5));
        assertThat(ledger.tellings().take("webhook", 1, LEASE))
                .extracting(Telling::attempts)
                .containsExactly(1);
    }

    @Test
    void aMessageThatIsRefusedIsHandedOnAndAnsweredInOrder() {
        ledger.messages().receive(JOB, Drafts.arrival("abc"), "ID:1", LETTER);
        ledger.jobs().reject(JOB, Code.SYNTAX, "not JSON");

        List<Telling> all = ledger.tellings().take(Tellings.QUEUE, 10, LEASE);

        assertThat(all).extracting(Telling::kind).containsExactly(Kind.DEAD_LETTER, Kind.REPLY, Kind.RESULT);
        assertThat(all).allMatch(telling -> telling.message().isPresent());
    }

    private void reject() {
        ledger.jobs().receive(JOB, Drafts.arrival("abc"));
        ledger.jobs().reject(JOB, Code.SYNTAX, "not JSON");
    }
}
