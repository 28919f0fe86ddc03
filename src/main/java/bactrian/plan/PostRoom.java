package bactrian.plan;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.instruction.SingleEdit;
import bactrian.ledger.Ledger;
import bactrian.ledger.Messages;
import bactrian.ledger.WaitingMessage;
import bactrian.operation.HoldRules;
import bactrian.operation.Holds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes messages in: a document is a job of its own, single edits that arrive together share one. A message that has been
 * taken in is known when it is delivered again. Safe for many threads.
 */
public final class PostRoom {
    private static final int MOST = 500;

    private final Intake intake;
    private final Messages messages;
    private final Instructions instructions;
    private final ZoneId zone;
    private final Duration window;
    private final Holds holds;
    private final InstantSource clock;

    /**
     * @param window how long single edits are gathered; zero where each is a job of its own
     * @param zone for dates and times without a zone
     * @param holds what would wait alone is not gathered, and no more than may run at once
     */
    public PostRoom(
            Intake intake,
            Ledger ledger,
            Instructions instructions,
            ZoneId zone,
            Duration window,
            Holds holds,
            InstantSource clock) {
        this.intake = intake;
        this.messages = ledger.messages();
        this.instructions = instructions;
        this.zone = zone;
        this.window = window;
        this.holds = holds;
        this.clock = clock;
    }

    /** Takes one message in. When this returns, it may be acknowledged. */
    public void receive(Post post) throws IOException {
        String identity = post.delivery().identity().orElseThrow();
        String sha256 = Durably.sha256(post.content());
        if (messages.knows(identity, sha256)) {
            return;
        }
        Optional<String> text = text(post.content());
        Optional<SingleEdit> single = text.flatMap(said -> single(said, post.delivery()));
        if (single.isPresent()) {
            messages.keep(
                    identity,
                    sha256,
                    post.letter(),
                    text.orElseThrow(),
                    single.get().connection(),
                    single.get().line());
        } else {
            gather(); // what came before this one is before it in the order of jobs, too
            intake.receive(
                    new ByteArrayInputStream(post.content()),
                    post.delivery().options(Post.MEANT),
                    (id, arrival) -> messages.receive(id, arrival, identity, post.letter()));
        }
    }

    private Optional<SingleEdit> single(String text, Delivery delivery) {
        if (window.isZero() || delivery.format() == Format.CSV) {
            return Optional.empty();
        }
        return instructions
                .single(text, delivery.defaults(), zone)
                .filter(edit -> !edit.operation().destroys()
                        || holds.of(edit.connection()).destroying() == HoldRules.Rule.RUN);
    }

    /** Makes jobs of the messages that have waited long enough. @return whether there were any */
    public boolean gatherDue() throws IOException {
        List<WaitingMessage> waiting = messages.waiting(MOST);
        boolean due = waiting.size() == MOST
                || !waiting.isEmpty()
                        && !waiting.get(0).receivedAt().plus(window).isAfter(clock.instant());
        return due && gather();
    }

    private synchronized boolean gather() throws IOException {
        List<WaitingMessage> waiting = messages.waiting(MOST);
        Map<String, List<WaitingMessage>> groups = new LinkedHashMap<>();
        waiting.forEach(message -> groups.computeIfAbsent(message.fellowship(), key -> new ArrayList<>())
                .add(message));
        for (Map.Entry<String, List<WaitingMessage>> group : groups.entrySet()) {
            int most = (int) Math.max(1, Math.min(MOST, holds.of(group.getKey()).rows()));
            List<WaitingMessage> all = group.getValue();
            for (int from = 0; from < all.size(); from += most) {
                record(all.subList(from, Math.min(all.size(), from + most)));
            }
        }
        return !waiting.isEmpty();
    }

    private void record(List<WaitingMessage> together) throws IOException {
        StringBuilder document = new StringBuilder();
        together.forEach(message -> document.append(message.instruction()).append('\n'));
        List<Long> numbers = together.stream().map(WaitingMessage::number).toList();
        intake.receive(
                new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)),
                Delivery.of(Post.SOURCE, "messages.ndjson", Format.NDJSON, Defaults.NONE)
                        .options(Post.MEANT),
                (id, arrival) -> messages.gather(id, arrival, numbers));
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }
}
