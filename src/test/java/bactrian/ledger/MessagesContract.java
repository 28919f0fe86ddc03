package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Messages that were taken from a queue, for every kind of ledger. */
abstract class MessagesContract extends LedgerContract {
    private static final String OTHER = "20261122T022059Z-prio-0000";
    private static final Letter LETTER = new Letter(
            "text",
            Optional.of("queue://answers"),
            Optional.of("4711"),
            JsonNodeFactory.instance.objectNode().put("provider", "awork").put("tries", 2));

    @Test
    void aMessageThatIsItsJobsDocumentIsKnownByIdAndContent() {
        assertThat(ledger.messages().knows("ID:1", "sha-1")).isFalse();

        Job job = ledger.messages().receive(JOB, Drafts.arrival("sha-1"), "ID:1", LETTER);

        assertThat(job()).isEqualTo(job);
        assertThat(ledger.messages().knows("ID:1", "sha-1")).isTrue();
        assertThat(ledger.messages().knows("ID:1", "sha-2")).isFalse();
        assertThat(ledger.messages().knows("ID:2", "sha-1")).isFalse();
        assertThat(ledger.messages().find(1))
                .contains(new Message("ID:1", JOB, OptionalLong.empty(), Optional.empty(), LETTER));
    }

    @Test
    void whatWaitsIsKeptOnceAndGatheredInOrder() {
        keep("ID:1");
        keep("ID:2");
        keep("ID:1");
        List<WaitingMessage> waiting = ledger.messages().waiting(10);
        assertThat(waiting).hasSize(2).extracting(WaitingMessage::instruction).containsExactly("to ID:1", "to ID:2");
        assertThat(waiting.get(0).receivedAt()).isEqualTo(clock.instant());
        assertThat(waiting.get(0).fellowship()).isEqualTo("awork");
        assertThat(ledger.messages().waiting(1)).hasSize(1);
        assertThat(ledger.messages().find(waiting.get(1).number()))
                .as("without a job")
                .isEmpty();

        ledger.messages().gather(JOB, Drafts.arrival("both"), numbers(waiting));

        assertThat(ledger.messages().waiting(10)).isEmpty();
        assertThat(ledger.messages().find(waiting.get(1).number()))
                .contains(new Message("ID:2", JOB, OptionalLong.of(2), Optional.of("body of ID:2"), LETTER));
    }

    @Test
    void ofTwoNodesThatGatherTheSameMessagesOneMakesAJob() {
        keep("ID:1");
        keep("ID:2");
        List<Long> seenByBoth = numbers(ledger.messages().waiting(10));
        ledger.messages().gather(JOB, Drafts.arrival("first"), seenByBoth.subList(1, 2));

        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.messages().gather(OTHER, Drafts.arrival("second"), seenByBoth));

        assertThat(ledger.jobs().find(OTHER)).isEmpty();
        assertThat(ledger.messages().waiting(10))
                .extracting(WaitingMessage::number)
                .containsExactly(seenByBoth.get(0));
    }

    private void keep(String identity) {
        ledger.messages().keep(identity, "sha", LETTER, "body of " + identity, "awork", "to " + identity);
    }

    private static List<Long> numbers(List<WaitingMessage> messages) {
        return messages.stream().map(WaitingMessage::number).toList();
    }
}
