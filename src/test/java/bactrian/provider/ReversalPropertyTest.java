package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Operation;
import bactrian.operation.Undo;
import bactrian.provider.Reads.Expected;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is read, what is expected and what is undone agree with the simulators, for any edits in any order. */
class ReversalPropertyTest {
    private static final int EDITS = 60;
    private static final long SEED = 20_261_124;
    private static final Map<String, List<String>> TARGETS = Map.of(
            "close", List.of("task_one", "task_two", "task_email"),
            "awork", List.of("a0000000-0000-4000-8000-00000000000a", "a0000000-0000-4000-8000-00000000000b"),
            "yandex-tracker", List.of("TEST-1", "TEST-2"));

    @TestFactory
    Stream<DynamicTest> whatIsAppliedAndUndoneLeavesTheTargetAsItWas() {
        return Providers.shipped().all().stream()
                .map(provider -> DynamicTest.dynamicTest(provider.name(), () -> {
                    try (Story story = new Story(provider)) {
                        Random random = new Random(SEED);
                        int undone = 0;
                        for (int edit = 0; edit < EDITS; edit++) {
                            undone += story.editAndPerhapsUndo(random);
                        }
                        assertThat(undone).as("edits undone").isGreaterThan(EDITS / 4);
                    }
                }));
    }

    /** One account, edited again and again. */
    private static final class Story implements AutoCloseable {
        private final Provider provider;
        private final Dialect dialect;
        private final SimulatedAccount account;

        Story(Provider provider) {
            this.provider = provider;
            this.account = new SimulatedAccount(provider.name());
            this.dialect = SimulatedAccount.dialect(provider, Map.of("org-id", "1"));
        }

        int editAndPerhapsUndo(Random random) throws IOException, InterruptedException {
            AnyEdits.Edited edited = new AnyEdits(random).of(provider.name());
            List<String> targets = TARGETS.getOrDefault(provider.name(), List.of());
            String target = targets.get(random.nextInt(targets.size()));
            Change change = change(edited.operation(), edited.values());
            Reads reads = dialect.reads(edited.operation()).orElseThrow();
            Optional<ObjectNode> stateBefore = account.state(target);
            ObjectNode before = reads.kept(change, present(reads, target));
            if (!send(change, target)) {
                return 0;
            }
            Expected expected = reads.expected(change, before);
            assertThat(reads.differences(present(reads, target), expected.values()))
                    .as(change + " of " + before)
                    .isEmpty();
            Undo undo = operation(edited.operation()).reversal().undo(edited.values(), before);
            if (!(undo instanceof Undo.Steps steps) || random.nextInt(3) == 0) {
                return 0;
            }
            for (Undo.Step step : steps.steps()) {
                assertThat(Checked.faults(operation(step.operation()), step.values(), Optional.empty()))
                        .as(step.toString())
                        .isEmpty();
                assertThat(send(change(step.operation(), step.values()), target))
                        .as(step.toString())
                        .isTrue();
            }
            assertThat(reads.differences(present(reads, target), before)).isEmpty();
            assertThat(account.state(target)).as(change + " undone by " + steps).isEqualTo(stateBefore);
            return 1;
        }

        private ObjectNode present(Reads reads, String target) throws IOException, InterruptedException {
            Reply reply = account.send(dialect, reads.ask(List.of(target)));
            return Optional.ofNullable(reads.read(reply).orElseThrow().values().get(target))
                    .orElseThrow();
        }

        private boolean send(Change change, String target) throws IOException, InterruptedException {
            Call call = new Call("20261122T022055Z-test-0000", 1, change, List.of(target), 0);
            Reading reading = dialect.read(call, account.send(dialect, dialect.write(call)));
            for (int asked = 0; reading instanceof Reading.Following following && asked < 50; asked++) {
                Questions questions = new Questions(dialect, call, Map::of);
                Reply answer = account.send(dialect, questions.ask(following.pursuit()));
                reading = questions.read(following.pursuit(), Duration.ZERO, answer);
            }
            return Readings.succeeds(reading);
        }

        private Change change(String operation, ObjectNode values) {
            return new Change(
                    provider.name(),
                    provider.name(),
                    operation,
                    Checked.filledIn(operation(operation), values),
                    Optional.empty());
        }

        private Operation operation(String name) {
            return provider.operations().stream()
                    .filter(operation -> operation.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            account.close();
        }
    }
}
