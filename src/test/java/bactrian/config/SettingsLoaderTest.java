package bactrian.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import bactrian.ledger.JobOrder;
import bactrian.operation.Connection;
import bactrian.operation.InvalidRows;
import bactrian.operation.Secret;
import bactrian.provider.Providers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();
    private Patience patience = Patience.SERVICE;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("connections"));
    }

    @Test
    void nothingSetMeansDefaults() throws Exception {
        application("");
        connection("plain", "");

        Settings settings = load(Map.of());

        Connection plain = settings.connections().find("plain").orElseThrow();
        assertThat(settings.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.onInvalidRows()).isEqualTo(InvalidRows.SKIP);
        assertThat(settings.ledgerPlace()).isEmpty();
        assertThat(plain.provider()).isEqualTo("plain");
    }

    @Test
    void keysOfAConnectionAreReadByType() throws Exception {
        environment.put("TOKEN", "secret-1");
        connection(
                "second",
                """
                provider=plain
                base-url=https://else.example/v2/
                token={{env:TOKEN}}
                team={{env:TEAM:blue}}
                fields.size=number
                requests-per-second=0.5
                max-concurrent-calls=3
                max-ids-per-call=20
                connect-timeout=500ms
                response-timeout=30s
                max-attempts=2
                give-up-after=10m
                poll-interval=1s
                poll-deadline=24h
                max-split-calls=0
                settle-delay=2d
                """);

        Connection second = load(Map.of()).connections().find("second").orElseThrow();

        assertThat(second.baseUrl()).isEqualTo(URI.create("https://else.example/v2"));
        assertThat(second.secret("token")).contains(Secret.of("secret-1"));
        assertThat(second.options()).containsOnly(Map.entry("team", "blue"), Map.entry("fields.size", "number"));
        assertThat(second.limits().requestsPerSecond()).isEqualTo(0.5);
        assertThat(second.limits().maxConcurrentCalls()).isEqualTo(3);
        assertThat(second.limits().maxIdsPerCall()).isEqualTo(OptionalInt.of(20));
        assertThat(second.limits().connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(second.limits().responseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(second.limits().maxAttempts()).isEqualTo(2);
        assertThat(second.limits().giveUpAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(second.limits().pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.limits().pollDeadline()).isEqualTo(Duration.ofHours(24));
        assertThat(second.limits().maxSplitCalls()).isZero();
        assertThat(second.limits().settleDelay()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void theProviderGivesRateAndAddressWhereTheConnectionSaysNothing() throws Exception {
        connection("plain", "team=red");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.limits().requestsPerSecond()).isEqualTo(7);
        assertThat(plain.baseUrl()).isEqualTo(URI.create("https://plain.example/v1"));
        assertThat(plain.limits().giveUpAfter()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whoWaitsInFrontOfAScreenGivesUpSooner() throws Exception {
        patience = Patience.FOREGROUND;
        connection("plain", "team=red");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.limits().giveUpAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theCommandLineWinsOverFiles() throws Exception {
        application("bactrian.zone=Europe/Berlin");
        connection("plain", "requests-per-second=5");

        Settings settings = load(Map.of(
                "bactrian.zone", "Asia/Kathmandu",
                "bactrian.csv.charset", "windows-1251",
                "bactrian.on-invalid-rows", "reject",
                "bactrian.connections.plain.requests-per-second", "50",
                "bactrian.connections.third.provider", "plain"));

        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertThat(settings.charset()).isEqualTo(Charset.forName("windows-1251"));
        assertThat(settings.onInvalidRows()).isEqualTo(InvalidRows.REJECT);
        assertThat(settings.connections().find("plain").orElseThrow().limits().requestsPerSecond())
                .isEqualTo(50);
        assertThat(settings.connections().find("third")).isPresent();
    }

    @Test
    void aConnectionsKeysMayBeWrittenWhole() throws Exception {
        application("bactrian.connections.plain.team=red");
        connection("plain", "bactrian.connections.plain.requests-per-second=3");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.option("team")).contains("red");
        assertThat(plain.limits().requestsPerSecond()).isEqualTo(3);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlaceAndWithoutSecrets() throws Exception {
        application(
                """
                # settings
                bactrian.zone=Mars/Olympus
                bactrian.zon=UTC
                bactrian.on-invalid-rows=perhaps
                """);
        connection(
                "plain",
                """
                request-per-second=5
                max-attempts=many
                poll-interval=2 hours
                base-url=ftp://x
                token={{env:NOT_SET}}
                tokn=hush
                fields.points=nmber
                """);
        connection("lost", "provider=plan\n");
        connection("Bad Name", "provider=plain\n");

        List<Flaw> flaws = flaws(Map.of("bactrian.something-else-altogether", "hush"));

        assertThat(flaws)
                .extracting(Flaw::toString)
                .map(text -> text.replace(folder + "/", "").replaceAll("Known are: .*", "Known are: …"))
                .containsExactlyInAnyOrder(
                        "application.properties:3: There is no setting bactrian.zon. Did you mean bactrian.zone?",
                        "the command line: There is no setting bactrian.something-else-altogether. Known are: …",
                        "application.properties:2: bactrian.zone is 'Mars/Olympus'."
                                + " Write a time zone such as UTC or Europe/Berlin.",
                        "application.properties:4: bactrian.on-invalid-rows is 'perhaps'. Write one of reject, skip.",
                        "connections/Bad Name.properties:1: 'Bad Name' cannot be the name of a connection."
                                + " Use small letters, digits, - and _.",
                        "connections/lost.properties:1: bactrian.connections.lost.provider is 'plan'."
                                + " Write one of plain.",
                        "connections/plain.properties:1: There is no setting"
                                + " bactrian.connections.plain.request-per-second. Did you mean requests-per-second?",
                        "connections/plain.properties:6: There is no setting bactrian.connections.plain.tokn."
                                + " Did you mean token?",
                        "connections/plain.properties:7: bactrian.connections.plain.fields.points is 'nmber'."
                                + " Did you mean number?",
                        "connections/plain.properties:4: bactrian.connections.plain.base-url is 'ftp://x'."
                                + " Write an address such as https://plain.example/v1.",
                        "connections/plain.properties:2: bactrian.connections.plain.max-attempts is 'many'."
                                + " Write a whole number from 1 on.",
                        "connections/plain.properties:3: bactrian.connections.plain.poll-interval is '2 hours'."
                                + " Write a duration such as 500ms, 30s, 10m or 24h.");
        assertThat(flaws.toString()).doesNotContain("hush");
    }

    @Test
    void aCredentialOnTheCommandLineIsWarnedOfWithoutBeingShown() throws Exception {
        Settings settings = load(Map.of(
                "bactrian.connections.plain.token", "hush",
                "bactrian.connections.plain.team", "red"));

        assertThat(settings.notices())
                .extracting(Flaw::toString)
                .containsExactly("the command line: bactrian.connections.plain.token is given where every user of this"
                        + " machine can read it. Give it by an environment variable, or by a file with"
                        + " bactrian.connections.plain.token-file.");
    }

    @Test
    void aPasswordWithinAnAddressIsNotRepeated() throws Exception {
        connection("plain", "team=red");

        List<Flaw> flaws = flaws(Map.of("bactrian.proxy", "http://me:hush@proxy:3128"));

        assertThat(flaws).hasSize(1);
        assertThat(flaws.toString()).contains("***@proxy").doesNotContain("hush");
    }

    @Test
    void theServiceListensOnThisMachineOnlyUnlessToldOtherwise() throws Exception {
        HttpSettings http = load(Map.of()).http();

        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.token()).isEmpty();
        assertThat(http.loopback()).isTrue();
    }

    @Test
    void whereTheServiceListensCanBeSaid() throws Exception {
        HttpSettings http = load(Map.of(
                        "bactrian.http.host", "0.0.0.0",
                        "bactrian.http.port", "0",
                        "bactrian.http.token", "s3cret",
                        "bactrian.http.hosts", "Gate.example, other.example",
                        "bactrian.http.max-upload", "3MB"))
                .http();

        assertThat(http.loopback()).isFalse();
        assertThat(http.port()).isZero();
        assertThat(http.token()).isPresent();
        assertThat(http.hosts()).containsExactlyInAnyOrder("gate.example", "other.example");
        assertThat(http.maxUpload()).isEqualTo(3L << 20);
    }

    @Test
    void nobodyListensToOthersWithoutAToken() throws Exception {
        assertThat(flaws(Map.of("bactrian.http.host", "0.0.0.0")))
                .extracting(Flaw::toString)
                .singleElement(as(STRING))
                .contains("bactrian.http.host is 0.0.0.0", "BACTRIAN_HTTP_TOKEN");
    }

    @Test
    void portsAndSizesAreChecked() throws Exception {
        assertThat(flaws(Map.of(
                        "bactrian.http.port", "65536",
                        "bactrian.http.max-upload", "much",
                        "bactrian.inbox.max-file", "0",
                        "bactrian.queue.max-message", "2GB")))
                .hasSize(4);
    }

    @Test
    void howLargeFilesAndMessagesMayBeCanBeSaid() throws Exception {
        Settings usual = load(Map.of());
        Settings said = load(Map.of("bactrian.inbox.max-file", "2GB", "bactrian.queue.max-message", "500KB"));

        assertThat(usual.largestFile()).isEmpty();
        assertThat(usual.queue().largest()).isEqualTo(32L << 20);
        assertThat(said.largestFile()).hasValue(2L << 30);
        assertThat(said.queue().largest()).isEqualTo(500L << 10);
    }

    @Test
    void aKeyGivenTwiceIsAFlaw() throws Exception {
        application("bactrian.zone=UTC\nbactrian.zone=Europe/Berlin\n");

        assertThat(flaws(Map.of())).extracting(Flaw::message).containsExactly("bactrian.zone is given twice.");
    }

    @Test
    void aVariableThatIsNotThereIsNamed() throws Exception {
        connection("plain", "team={{env:NOT_THERE}}");

        assertThat(flaws(Map.of()))
                .extracting(Flaw::message)
                .containsExactly("bactrian.connections.plain.team reads the environment variable NOT_THERE,"
                        + " which is not set.");
    }

    @Test
    void missingCredentialsStopNothingAndNameWhatTheConnectionReads() throws Exception {
        connection("plain", "token={{env:PLAIN_TOKEN:}}");
        connection("second", "provider=plain\ntoken={{env:SECOND_TOKEN}}");

        Settings settings = load(Map.of());

        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .contains("Set PLAIN_TOKEN.");
        assertThat(settings.missing()
                        .apply(settings.connections().find("second").orElseThrow()))
                .contains("Set PLAIN_TOKEN. (Connection second reads SECOND_TOKEN.)");
    }

    @Test
    void jobsOverlapUnlessTheyAreSaidNotTo() throws Exception {
        JobOrder usual = load(Map.of()).jobOrder();

        JobOrder set = load(Map.of("bactrian.jobs.sequential", "true")).jobOrder();

        assertThat(usual).isEqualTo(JobOrder.OVERLAPPING);
        assertThat(set).isEqualTo(JobOrder.SEQUENTIAL);
    }

    @Test
    void aCredentialCanLieInAFileAndAFileThatOthersMayReadIsNoticed() throws Exception {
        Path secret = Files.writeString(folder.resolve("token.txt"), "secret-2\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        connection("plain", "token-file=token.txt");

        Settings settings = load(Map.of());

        assertThat(settings.connections().find("plain").orElseThrow().secret("token"))
                .contains(Secret.of("secret-2"));
        assertThat(settings.notices())
                .extracting(Flaw::message)
                .containsExactly("The file " + secret + " may be read by every user.");
    }

    @Test
    void aCredentialFromAFileCanBeRenewedAndStaysWhereTheFileIsGone() throws Exception {
        Path file = Files.writeString(folder.resolve("token.txt"), "old");
        connection("plain", "token-file=token.txt");
        Secret token = load(Map.of())
                .connections()
                .find("plain")
                .orElseThrow()
                .secret("token")
                .orElseThrow();
        Files.writeString(file, "new");
        token.renew();
        String renewed = token.reveal();
        Files.delete(file);

        token.renew();

        assertThat(renewed).isEqualTo("new");
        assertThat(token.reveal()).isEqualTo("new");
    }

    @Test
    void aCredentialFileThatIsNotThereStopsNothingButIsNoticed() throws Exception {
        connection("plain", "token-file=gone.txt");

        Settings settings = load(Map.of());

        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .contains("Set PLAIN_TOKEN. (Connection plain reads the file gone.txt.)");
        assertThat(settings.notices()).hasSize(1);
    }

    @Test
    void otherPlaceholdersAreResolvedToo() throws Exception {
        Files.writeString(folder.resolve("team.txt"), "green\n");
        connection("plain", "team={{file:team.txt}}-{{sys:file.separator}}");

        Connection plain = load(Map.of()).connections().find("plain").orElseThrow();

        assertThat(plain.option("team")).contains("green-" + System.getProperty("file.separator"));
    }

    @Test
    void anOperatorsOwnKeysAreForTheRoutes() throws Exception {
        application("routes.mail.to=ops@example.com");

        assertThat(load(Map.of()).routes()).containsOnly(Map.entry("routes.mail.to", "ops@example.com"));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        BadConfig bad = catchThrowableOfType(BadConfig.class, () -> loader().load(folder.resolve("nowhere"), Map.of()));

        assertThat(bad).hasMessageContaining("There is no such folder.");
    }

    private Settings load(Map<String, String> overrides) throws BadConfig {
        return loader().load(folder, overrides);
    }

    private List<Flaw> flaws(Map<String, String> overrides) {
        return catchThrowableOfType(BadConfig.class, () -> load(overrides)).flaws();
    }

    private SettingsLoader loader() {
        return new SettingsLoader(new Providers(List.of(new PlainProvider("plain"))), environment, patience);
    }

    private void application(String text) throws IOException {
        Files.writeString(folder.resolve("application.properties"), text);
    }

    private void connection(String name, String text) throws IOException {
        Files.writeString(folder.resolve("connections").resolve(name + ".properties"), text);
    }
}
