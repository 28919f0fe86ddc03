package bactrian.dispatch;

import bactrian.operation.Call;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.ConnectionDraft;
import bactrian.operation.Operation;
import bactrian.operation.OperationDraft;
import bactrian.operation.Pursuit;
import bactrian.operation.TargetForm;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Dialect;
import bactrian.provider.LostCall;
import bactrian.provider.Profile;
import bactrian.provider.Provider;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A provider whose answers say in plain words what they mean: {@code ok}, {@code refused}, {@code refused 0 2}, {@code
 * refused whole}, {@code following}, {@code partly 0}, {@code again}, {@code garbage}, {@code never taken}.
 */
public final class FakeProvider implements Provider {
    /** Safe to repeat. */
    public static final String SET = "set";
    /** Not safe to repeat, and nobody can tell afterwards. */
    public static final String POKE = "poke";
    /** Not safe to repeat, but the provider can tell. */
    public static final String TRACED = "traced";
    /** Its edits belong together. */
    public static final String PLAN = "plan";

    /** Where it is asked whether it is there. */
    public static final String PROBE = "/there";

    /** A connection to it, named {@code fake}, that is in no hurry: lanes are tested in a time that passes by itself. */
    static ConnectionDraft connection() {
        return ConnectionDraft.to("fake", URI.create("http://localhost"))
                .withoutSecrets()
                .requestsPerSecond(10)
                .workers(8)
                .attempts(3)
                .pollInterval(Duration.ofSeconds(2))
                .pollDeadline(Duration.ofMinutes(5))
                .settleDelay(Duration.ofSeconds(30));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Fake", URI.create("http://localhost"), "FAKE_BASE_URL", 10, List.of(), connection -> Optional.empty());
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                operation(SET).idsPerCall(100).safeToRepeat().build(),
                operation(POKE).idsPerCall(100).build(),
                operation(TRACED).idsPerCall(100).build(),
                operation(PLAN)
                        .idsPerCall(100)
                        .safeToRepeat()
                        .composed("They go together.", values -> true)
                        .build());
    }

    private static OperationDraft operation(String name) {
        return Operation.named("fake", name).byIds(TargetForm.of(".+", "t0", TargetForm.Letters.MATTER));
    }

    public static Change change(String connection, String operation) {
        return new Change(connection, "fake", operation, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    Catalogue catalogue() {
        return new Catalogue(operations());
    }

    @Override
    public Dialect dialect(Connection connection) {
        return new PlainWords();
    }

    private static final class PlainWords implements Dialect {

        @Override
        public Map<String, String> authorization() {
            return Map.of("Authorization", "Bearer open-sesame");
        }

        @Override
        public Request probe() {
            return Request.get(PROBE);
        }

        @Override
        public Request write(Call call) {
            return Request.post(
                    "/calls/" + call.change().operation() + "?n=" + call.number(),
                    "["
                            + call.targets().stream()
                                    .map(target -> '"' + target + '"')
                                    .collect(Collectors.joining(",")) + "]");
        }

        @Override
        public Reading read(Call call, Reply reply) {
            String[] words = reply.body().split(" ", 2);
            return switch (words[0]) {
                case "ok" -> new Reading.Settled(Collections.nCopies(call.size(), Outcome.succeeded()));
                case "refused" -> refused(reply.status(), words.length < 2 ? "" : words[1]);
                case "following" -> new Reading.Following(pursuit("status"), Reading.Pause.POLL_INTERVAL, "half-way");
                case "partly" -> partly(call, places(words[1]));
                case "again" -> new Reading.Again("Somebody else was writing.");
                case "never" -> new Reading.NeverTaken();
                default -> new Reading.Unreadable("The answer is garbage.");
            };
        }

        @Override
        public Request ask(Call call, Pursuit pursuit) {
            return Request.get("/" + pursuit.step() + "/" + call.number());
        }

        @Override
        public Reading read(Call call, Pursuit pursuit, Duration age, Reply reply) {
            return read(call, reply);
        }

        @Override
        public Optional<Pursuit> recovery(LostCall lost) {
            return Optional.of(pursuit("search"))
                    .filter(any -> lost.call().change().operation().equals(TRACED));
        }

        private static Reading refused(int status, String rest) {
            Outcome outcome = Outcome.failed(Code.REJECTED, "The provider said " + status + ".");
            return rest.equals("whole")
                    ? new Reading.Refused(outcome, Set.of(), Blame.WHOLE_CALL)
                    : new Reading.Refused(outcome, places(rest), Blame.SOME_EDITS);
        }

        private static Reading partly(Call call, Set<Integer> missing) {
            return new Reading.Partly(IntStream.range(0, call.size())
                    .mapToObj(place -> Optional.of(Outcome.succeeded()).filter(any -> !missing.contains(place)))
                    .toList());
        }

        private static Set<Integer> places(String numbers) {
            return numbers.isBlank()
                    ? Set.of()
                    : List.of(numbers.split(" ")).stream().map(Integer::valueOf).collect(Collectors.toSet());
        }

        private static Pursuit pursuit(String step) {
            return new Pursuit(step, JsonNodeFactory.instance.objectNode());
        }
    }
}
