package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Call;
import bactrian.operation.Connection;
import bactrian.operation.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider keeps: the cases of its case files, and what makes the files complete. A provider's own test
 * extends this and names the provider; what holds for any answer whatever is in {@link AnyReplyContract}.
 */
public abstract class ProviderContract extends AnyReplyContract {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a provider can do beyond taking a call and answering it. Declared means shown by a case, and the reverse. */
    protected enum Capability {
        /** Some of its answers have to be followed up: a poll, a read-back. */
        FOLLOWS,
        /** It can tell what became of a call whose answer was lost. */
        RECOVERS,
        /** It says how long to wait in a form of its own. */
        ASKS_TO_WAIT
    }

    protected Set<Capability> capabilities() {
        return Set.of();
    }

    @TestFactory
    public Stream<DynamicTest> changesAreWritten() {
        return each("requests", one -> {
            assertThat(Checked.faults(one.operation(), one.values(), one.where()))
                    .as("faults of the values")
                    .isEmpty();
            assertRequest(one, dialect(one).write(one.call()));
        });
    }

    /** Two readings of the provider's documents, the dialect's and the simulator's, agree. */
    @TestFactory
    public Stream<DynamicTest> whatIsWrittenIsTakenByTheSimulator() {
        return each("requests", one -> {
            try (SimulatedAccount account = new SimulatedAccount(provider().name())) {
                Reply reply = account.send(dialect(one), dialect(one).write(one.call()));

                assertThat(dialect(one).read(one.call(), reply))
                        .as("%s %s", reply.status(), reply.body())
                        .matches(reading -> reading instanceof Reading.Following || Readings.succeeds(reading));
            }
        });
    }

    @TestFactory
    public Stream<DynamicTest> dangerousAndImpossibleValuesAreRefused() {
        return each("faults", one -> assertThat(Checked.faults(one.operation(), one.values(), one.where()))
                .containsExactlyInAnyOrderElementsOf(texts(one.expected("faults"))));
    }

    @TestFactory
    public Stream<DynamicTest> theCatalogueKnowsWhatACallMeans() {
        return each("facts", one -> {
            Call call = one.call();
            Map<String, Object> facts = Map.of(
                    "repeat-safe", one.operation().repeatIsSafe(call.change()),
                    "composed", one.operation().composed(call.change().values()),
                    "ids-per-call", one.operation().idsPerCall(call.change().values()),
                    "destroys", one.operation().destroys());
            facts.forEach((fact, value) -> Optional.ofNullable(one.given().get(fact))
                    .ifPresent(expected -> assertThat(value.toString()).as(fact).isEqualTo(expected.asText())));
        });
    }

    @TestFactory
    public Stream<DynamicTest> answersAreRead() {
        return each("replies", one -> {
            JsonNode read = ReadingText.of(read(one));
            assertThat(ReadingText.matches(one.expected("reading"), read))
                    .as("expected %s, read %s", one.expected("reading"), read)
                    .isTrue();
        });
    }

    @TestFactory
    public Stream<DynamicTest> questionsAreAsked() {
        return each(
                "questions",
                one -> assertRequest(one, questions(one).ask(one.pursuit().orElseThrow())));
    }

    @TestFactory
    public Stream<DynamicTest> lostCallsAreLookedFor() {
        return each("recoveries", one -> {
            JsonNode expected = one.expected("pursuit");
            assertThat(dialect(one).recovery(one.lost()))
                    .isEqualTo(Optional.of(expected).filter(JsonNode::isObject).map(ProviderCase::pursuit));
        });
    }

    @TestFactory
    public Stream<DynamicTest> waitsAreRead() {
        return each("waits", one -> assertThat(dialect(one).retryAfter(one.reply()))
                .isEqualTo(Optional.of(one.expected("wait"))
                        .filter(wait -> !wait.asText().equals("none"))
                        .map(wait -> Duration.parse(wait.textValue()))));
    }

    @TestFactory
    public Stream<DynamicTest> everyOperationIsShownAtWork() {
        List<ProviderCase> requests = cases("requests");
        List<ProviderCase> replies = cases("replies");
        return provider().operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    assertThat(requests).as("a request").anyMatch(one -> one.isOf(operation));
                    List<Reading> readings = replies.stream()
                            .filter(one -> one.isOf(operation))
                            .map(this::read)
                            .toList();
                    assertThat(readings).as("success").anyMatch(Readings::succeeds);
                    assertThat(readings).as("a refusal").anyMatch(Readings::refuses);
                    if (operation.idsPerCall(Checked.filledIn(operation, operation.example())) > 1) {
                        assertThat(readings).as("success for a part only").anyMatch(Readings::differs);
                    }
                }));
    }

    @Test
    public void capabilitiesAreThoseShown() {
        boolean follows = cases("replies").stream().anyMatch(one -> read(one) instanceof Reading.Following);
        boolean recovers = cases("recoveries").stream()
                .anyMatch(one -> dialect(one).recovery(one.lost()).isPresent());
        boolean waits = cases("waits").stream()
                .anyMatch(one -> dialect(one).retryAfter(one.reply()).isPresent());

        assertThat(follows).isEqualTo(capabilities().contains(Capability.FOLLOWS));
        assertThat(recovers).isEqualTo(capabilities().contains(Capability.RECOVERS));
        assertThat(waits).isEqualTo(capabilities().contains(Capability.ASKS_TO_WAIT));
        assertThat(cases("questions").isEmpty()).isEqualTo(!follows);
    }

    @TestFactory
    public Stream<DynamicTest> schemasAndExamplesFit() {
        return provider().operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    operation.parameters().forEach(parameter -> {
                        assertThat(Checked.schema(parameter.schema()))
                                .as(parameter.name())
                                .isEmpty();
                        assertThat(Checked.value(parameter.schema(), parameter.example()))
                                .as("example of " + parameter.name())
                                .isEmpty();
                        parameter.filledIn().ifPresent(value -> assertThat(Checked.value(parameter.schema(), value))
                                .as("default of " + parameter.name())
                                .isEmpty());
                        assertThat(parameter.description()).as(parameter.name()).endsWith(".");
                    });
                    assertThat(operation.summary()).endsWith(".");
                    assertThat(operation.endpoint()).matches("(POST|PUT) /.*");
                    assertThat(operation.source()).isNotBlank();
                    assertThat(operation.repeatNote()).endsWith(".");
                    assertThat(operation.undoNote())
                            .as("whether it can be undone")
                            .endsWith(".");
                    operation.whereSchema().ifPresent(schema -> assertThat(Checked.schema(schema))
                            .isEmpty());
                    operation.exampleWhere().ifPresent(where -> assertThat(
                                    Checked.faults(operation, operation.example(), Optional.of(where)))
                            .isEmpty());
                    if (operation.selectors().contains(Operation.Selector.IDS)) {
                        assertThat(operation
                                        .targetForm()
                                        .fits(operation
                                                .targetForm()
                                                .canonical(
                                                        operation.targetForm().example())))
                                .isTrue();
                        assertThat(Checked.faults(operation, operation.example(), Optional.empty()))
                                .isEmpty();
                    }
                }));
    }

    @Test
    public void credentialsGoIntoHeadersAndNowhereElse() {
        ProviderCase any = cases("requests").get(0);
        Map<String, String> headers = dialect(any).authorization();
        Request request = dialect(any).write(any.call());

        assertThat(headers).isNotEmpty();
        assertThat(credentials().values()).noneMatch(request.toString()::contains);
    }

    @Test
    public void whetherItIsThereIsAskedWithoutChangingAnything() throws Exception {
        Dialect dialect = dialect(cases("requests").get(0));
        Request probe = dialect.probe();

        try (SimulatedAccount account = new SimulatedAccount(provider().name())) {
            Reply reply = account.send(dialect, probe);
            account.acceptNothing();
            Reply refused = account.send(dialect, probe);

            assertThat(probe.method()).isEqualTo("GET");
            assertThat(probe.body()).isEmpty();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json()).isPresent();
            assertThat(refused.status()).isEqualTo(401);
            assertThat(account.applied()).isZero();
        }
    }

    @Test
    public void missingCredentialsNameTheVariable() {
        Profile profile = provider().profile();
        Connection without = connection(Map.of(), Map.of());

        assertThat(profile.missing().apply(connection(credentials(), Map.of()))).isEmpty();
        assertThat(profile.missing().apply(without).orElseThrow())
                .startsWith("Connection " + without.name() + " ")
                .endsWith(").")
                .containsAnyOf(profile.settings().stream()
                        .flatMap(setting -> setting.variable().stream())
                        .toArray(String[]::new));
    }

    private Stream<DynamicTest> each(String section, ThrowingCheck check) {
        return cases(section).stream().map(one -> DynamicTest.dynamicTest(one.label(), () -> check.of(one)));
    }

    private static void assertRequest(ProviderCase one, Request request) throws Exception {
        JsonNode expected = one.expected("request");
        assertThat(request.method() + " " + request.path())
                .isEqualTo(expected.path("method").asText() + " "
                        + expected.path("path").asText());
        assertThat(JSON.<JsonNode>valueToTree(request.headers()))
                .isEqualTo(expected.has("headers") ? expected.get("headers") : JSON.createObjectNode());
        assertThat(request.body().isPresent()).as("has a body").isEqualTo(expected.has("body"));
        if (request.body().isPresent()) {
            assertThat(JSON.readTree(request.body().get()).toPrettyString())
                    .satisfies(body -> assertThat(JSON.readTree(body)).isEqualTo(expected.get("body")));
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** A check of one case. */
    @FunctionalInterface
    private interface ThrowingCheck {
        void of(ProviderCase one) throws Exception;
    }
}
