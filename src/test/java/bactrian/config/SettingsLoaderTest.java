package bactrian.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bactrian.ledger.JobOrder;
import bactrian.operation.Connection;
import bactrian.operation.InvalidRows;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsLoaderTest extends WrittenSettings {

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
    void jobsOverlapUnlessTheyAreSaidNotTo() throws Exception {
        JobOrder usual = load(Map.of()).jobOrder();

        JobOrder set = load(Map.of("bactrian.jobs.sequential", "true")).jobOrder();

        assertThat(usual).isEqualTo(JobOrder.OVERLAPPING);
        assertThat(set).isEqualTo(JobOrder.SEQUENTIAL);
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

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws Exception {
        Files.writeString(folder.resolve("first"), "\uFEFFred");
        connection("plain", "\uFEFFtoken=hush\nteam={{file:first}}");

        assertThat(load(Map.of()).connections().find("plain").orElseThrow().option("team"))
                .contains("red");
    }

    @Test
    void whatIsInThePlaceOfTheConnectionsFolderIsNotOverlooked() throws Exception {
        Files.delete(folder.resolve("connections"));
        Files.writeString(folder.resolve("connections"), "");

        assertThat(flaws(Map.of())).extracting(Flaw::toString).singleElement().satisfies(flaw -> assertThat(flaw)
                .endsWith("connections: It is no folder. Make it a folder with one file a connection,"
                        + " <name>.properties."));
    }

    @Test
    void aFileWhoseNameHasADotIsNoConnection() throws Exception {
        connection("a.b", "provider=plain");

        assertThat(flaws(Map.of()))
                .extracting(Flaw::message)
                .containsExactly("'a.b' cannot be the name of a connection.");
    }

    @Test
    void aTimeOutOfNothingOrOfAThousandYearsIsRefused() {
        String key = "bactrian.connections.plain.";

        assertThat(flaws(Map.of(
                        key + "connect-timeout", "0s",
                        key + "response-timeout", "0ms",
                        key + "give-up-after", "365000d")))
                .extracting(Flaw::message)
                .containsExactlyInAnyOrder(
                        key + "connect-timeout is '0s'.",
                        key + "response-timeout is '0ms'.",
                        key + "give-up-after is '365000d'.");
    }
}
