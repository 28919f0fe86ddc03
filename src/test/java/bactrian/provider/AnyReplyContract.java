package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Pursuit;
import bactrian.operation.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every provider whatever comes back: a reading that fits the call, never an exception. */
public abstract class AnyReplyContract {
    private static final Map<String, List<ProviderCase>> CASES = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> WORDS = new ConcurrentHashMap<>();

    protected abstract Provider provider();

    /** Credentials that leave nothing missing. */
    protected abstract Map<String, String> credentials();

    /** Settings beside the credentials without which a connection is not complete. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Property(tries = 500)
    public void anyAnswerIsReadAsSomethingThatFitsTheCall(@ForAll Random random) {
        List<ProviderCase> known = cases("replies");
        ProviderCase one = known.get(random.nextInt(known.size()));
        Reply reply = new Reply(status(random), Map.of(), body(random, one));

        Reading reading = reading(one, reply);

        assertFits(one, reading);
        if (!reply.successful() && one.pursuit().isEmpty()) {
            assertThat(Readings.succeeds(reading))
                    .as("success read from status " + reply.status())
                    .isFalse();
        }
    }

    @Property(tries = 200)
    public void whatIsAskedAboutAnyPursuitIsReadToo(@ForAll Random random) {
        List<ProviderCase> known = cases("replies");
        ProviderCase one = known.get(random.nextInt(known.size()));
        Reading reading = reading(one, new Reply(status(random), Map.of(), body(random, one)));
        if (!(reading instanceof Reading.Following following)) {
            return;
        }
        Pursuit pursuit = following.pursuit();
        Request question = questions(one).ask(pursuit);
        Reply answer = new Reply(status(random), Map.of(), body(random, one));

        assertThat(question.path()).startsWith("/");
        assertFits(one, questions(one).read(pursuit, Duration.ofMinutes(1), answer));
    }

    @Property(tries = 100)
    public void aCallIsAlwaysWrittenTheSameWay(@ForAll Random random) {
        List<ProviderCase> known = cases("requests");
        ProviderCase one = known.get(random.nextInt(known.size()));

        assertThat(dialect(one).write(one.call())).isEqualTo(dialect(one).write(one.call()));
    }

    private static void assertFits(ProviderCase one, Reading reading) {
        int size = one.call().size();
        Readings.size(reading).ifPresent(outcomes -> assertThat(outcomes)
                .as("outcomes of " + one + " in " + reading)
                .isEqualTo(size));
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.culprits()).allMatch(place -> place >= 0 && place < size);
            assertThat(Readings.outcomes(new Reading.Settled(List.of(refused.outcome()))))
                    .noneMatch(outcome -> Readings.succeeds(new Reading.Settled(List.of(outcome))));
        }
    }

    private Reading reading(ProviderCase one, Reply reply) {
        return one.pursuit()
                .map(pursuit -> questions(one).read(pursuit, one.age(), reply))
                .orElseGet(() -> dialect(one).read(one.call(), reply));
    }

    private List<String> words() {
        return WORDS.computeIfAbsent(
                provider().name(),
                name -> AnyJson.words(cases("replies").stream().flatMap(one -> one.reply().json().stream())));
    }

    /** Those that reach a dialect: 401, 429 and 5xx are dealt with before. */
    private static int status(Random random) {
        int[] usual = {200, 200, 201, 204, 207, 207, 302, 400, 400, 402, 403, 404, 405, 409, 413, 415, 418, 422, 423};
        return usual[random.nextInt(usual.length)];
    }

    private String body(Random random, ProviderCase one) {
        Optional<JsonNode> usual = one.reply().json();
        AnyJson any = new AnyJson(random, words());
        String text = usual.filter(document -> random.nextInt(3) > 0)
                .map(any::damaged)
                .orElseGet(any::document)
                .toString();
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> "<html><body><h1>502 Bad Gateway</h1></body></html>";
            default -> text;
        };
    }

    /** The cases of one section in all files of the provider. */
    protected final List<ProviderCase> cases(String section) {
        return CASES.computeIfAbsent(
                provider().name() + " " + section, key -> CaseFile.of(provider().name()).stream()
                        .flatMap(file -> file.cases(section, provider().operations()).stream())
                        .toList());
    }

    protected final Dialect dialect(ProviderCase one) {
        return provider().dialect(connection(credentials(), one.options()));
    }

    protected final Questions questions(ProviderCase one) {
        return new Questions(dialect(one), one.call(), Map::of);
    }

    protected final Reading read(ProviderCase one) {
        Dialect dialect = dialect(one);
        Reading reading = one.pursuit()
                .map(pursuit -> questions(one).read(pursuit, one.age(), one.reply()))
                .orElseGet(() -> dialect.read(one.call(), one.reply()));
        return one.given().path("after-lost-answer").asBoolean()
                ? dialect.afterLostAnswer(one.call(), reading)
                : reading;
    }

    final Connection connection(Map<String, String> secrets, Map<String, String> options) {
        Map<String, Secret> hidden = new HashMap<>();
        secrets.forEach((name, text) -> hidden.put(name, Secret.of(text)));
        Map<String, String> all = new HashMap<>(settings());
        all.putAll(options);
        Profile profile = provider().profile();
        String name = provider().name();
        return new Connection(name, name, profile.baseUrl(), hidden, all, Limits.at(profile.requestsPerSecond()));
    }
}
