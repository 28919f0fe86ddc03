package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.broker.QueuePlace;
import bactrian.ledger.Job;
import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.provider.Providers;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a dropped file to its results, by the real routes, against the simulated providers. */
class GatewayTest {
    private static final String TASK = "a3f1c9e2-4b7d-4f8a-9c2e-1d2f3b4a5c6";

    private final Path root;
    private final Simulators simulators = Simulators.start();

    private RunningGateway gateway;

    GatewayTest(@TempDir Path root) {
        this.root = root;
        this.gateway = start();
    }

    @BeforeEach
    void quick() {
        simulators.all().forEach(simulator -> simulator.log().clear());
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulators.close();
    }

    @Test
    void aDroppedFileBecomesResults() throws Exception {
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n" + TASK + "1,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(2);
        assertThat(job.calls()).isEqualTo(1);
        assertThat(gateway.result(job, "results.csv")).contains("succeeded");
        assertThat(simulators
                        .awork()
                        .state(TASK + "0")
                        .orElseThrow()
                        .get("isPrio")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theFileLeavesTheInboxOnceItsJobIsRecorded() throws Exception {
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        gateway.end();

        RunningGateway.until(() -> filesIn(gateway.home().inbox()).isEmpty());
        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
    }

    @Test
    void aFileThatWasStillThereWhenTheProcessDiedIsRemovedByTheNextAndIsNoSecondJob() throws Exception {
        gateway.close();
        gateway = start(extra(routesThatRemoveNothing()));
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");
        gateway.end();
        List<Path> left = filesIn(gateway.home().inbox());
        gateway.close();

        gateway = start();
        RunningGateway.until(() -> filesIn(gateway.home().inbox()).isEmpty());

        assertThat(left).hasSize(1);
        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
        assertThat(simulators.awork().log().total()).isEqualTo(1);
    }

    @Test
    void filesThatAreDroppedOneAfterTheOtherBecomeJobsInThatOrder() throws Exception {
        List<String> dropped = new ArrayList<>();
        for (int file = 0; file < 20; file++) {
            String name = "prio-" + file * 7 % 20 + ".csv";
            gateway.drop("awork/setprio/" + name, "id,isPrio\n" + TASK + "0,true\n");
            Path path = gateway.home().inbox().resolve("awork/setprio/" + name);
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000_000L + file));
            dropped.add(0, name);
        }

        RunningGateway.until(() -> filesIn(gateway.home().inbox()).isEmpty());

        assertThat(gateway.ledger().jobs().newest(99))
                .extracting(job -> job.arrival().fileName())
                .isEqualTo(dropped);
    }

    @Test
    void everyFileOfABurstLeavesTheInbox() throws Exception {
        for (int file = 0; file < 8; file++) {
            gateway.drop("awork/setprio/prio-" + file + ".csv", "id,isPrio\n" + TASK + file + ",true\n");
        }

        RunningGateway.until(() -> filesIn(gateway.home().inbox()).isEmpty());

        assertThat(gateway.ledger().jobs().newest(99)).hasSize(8);
    }

    @Test
    void whatIsNamedLikeUnfinishedWorkIsLeftAlone() throws Exception {
        Path inbox = gateway.home().inbox();
        for (String name : List.of(".hidden.csv", "prio.csv.part", "prio.csv.tmp", ".~lock.prio.csv#", "prio.csv~")) {
            Files.writeString(inbox.resolve(name), "id,isPrio\n" + TASK + "0,true\n");
        }
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "1,true\n");

        gateway.end();

        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
        RunningGateway.until(() -> filesIn(inbox).size() == 5);
    }

    @Test
    void aPathInAFileNameLeadsNowhere() throws Exception {
        Path folder = Files.createDirectories(gateway.home().inbox().resolve("awork/setprio"));
        Path trap = Files.writeString(
                folder.resolve("x\\..\\..\\..\\..\\results\\a.csv"), "id,isPrio\n" + TASK + "0,true\n");
        Files.createDirectories(folder.resolve("x"));
        Path victim = Files.writeString(gateway.home().results().resolve("a.csv"), "id\n");
        gateway.drop("awork/setprio/z ${jndi:ldap:x}.csv", "id,isPrio\n" + TASK + "1,true\n");

        Job job = gateway.end();

        assertThat(job.arrival().fileName()).isEqualTo("z __jndi_ldap_x_.csv");
        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
        assertThat(victim).exists();
        assertThat(trap).exists();
    }

    @Test
    void aLinkOutOfTheInboxIsNotFollowed() throws Exception {
        Path outside = Files.writeString(root.resolve("outside.csv"), "id,isPrio\n" + TASK + "0,true\n");
        Path folder = Files.createDirectories(gateway.home().inbox().resolve("awork/setprio"));
        Files.createSymbolicLink(folder.resolve("a-link.csv"), outside);
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("b.csv"), "id,isPrio\n" + TASK + "1,true\n");
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        gateway.drop("awork/setprio/z.csv", "id,isPrio\n" + TASK + "2,true\n");

        Job job = gateway.end();

        assertThat(job.arrival().fileName()).isEqualTo("z.csv");
        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
        assertThat(outside).exists();
        assertThat(elsewhere.resolve("b.csv")).exists();
    }

    @Test
    void workInTheBackgroundIsFollowedToItsEnd() throws Exception {
        gateway.drop(
                "move.json",
                """
                {"provider": "yandex-tracker", "operation": "update", "ids": ["TEST-1", "TEST-2"],
                 "values": {"values": {"priority": "minor"}}}""");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(2);
        assertThat(simulators.yandexTracker().log().count("POST", "/v3/bulkchange/_update"))
                .isEqualTo(1);
    }

    @Test
    void nothingIsRepeatedBehindOurBack() throws Exception {
        simulators.awork().faults().add(Fault.once(Effect.UNAVAILABLE).from(1, 2));
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(1);
        assertThat(simulators.awork().log().total())
                .isEqualTo(job.calls() + job.retries())
                .isEqualTo(3);
    }

    @Test
    void aRateLimitIsObeyed() throws Exception {
        simulators
                .awork()
                .faults()
                .add(Fault.once(Effect.TOO_MANY_REQUESTS).from(1, 2).pausing(Duration.ofSeconds(1)));
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(1);
        assertThat(simulators.awork().log().total())
                .isEqualTo(job.calls() + job.retries())
                .isEqualTo(3);
    }

    @Test
    void anUnsafeCallWhoseAnswerIsLostIsSentOnce() throws Exception {
        simulators.awork().faults().add(Fault.once(Effect.RESET_AFTER));
        gateway.drop("awork/adjustdates/a.csv", "id,daysOffset\n" + TASK + "0,3\n");

        Job job = gateway.end();

        assertThat(job.tally().unknown()).as(gateway.result(job, "results.csv")).isEqualTo(1);
        assertThat(simulators.awork().log().total()).isEqualTo(1);
    }

    @Test
    void aTimeOutIsALostAnswer() throws Exception {
        gateway.close();
        gateway = RunningGateway.start(
                root, Providers.shipped(), connection("awork", simulators.aworkUrl(), "token", Duration.ofSeconds(1)));
        simulators.awork().faults().add(Fault.once(Effect.DELAY_AFTER).pausing(Duration.ofHours(1)));
        gateway.drop("awork/adjustdates/a.csv", "id,daysOffset\n" + TASK + "0,3\n");

        Job job = gateway.end();

        assertThat(job.tally().unknown()).as(gateway.result(job, "results.csv")).isEqualTo(1);
    }

    @Test
    void unknownKeysAmongTenThousandIssuesAreTakenOutFirst() throws Exception {
        StringBuilder rows = new StringBuilder("id,summary\n");
        for (int issue = 1; issue <= 10_000; issue++) {
            rows.append(issue % 4000 == 0 ? "MISSING-" : "TEST-").append(issue).append(",Changed\n");
        }
        gateway.drop("yandex-tracker/update/issues.csv", rows.toString());

        Job job = gateway.end();

        assertThat(job.tally().succeeded()).isEqualTo(9_998);
        assertThat(job.tally().failed()).isEqualTo(2);
        assertThat(gateway.result(job, "failed.csv")).contains("MISSING-4000").contains("MISSING-8000");
        assertThat(simulators.yandexTracker().log().count("POST", "_update")).isEqualTo(2);
        assertThat(job.calls()).isEqualTo(2);
    }

    @Test
    void aJobGoesOnAfterARestart() throws Exception {
        gateway.stopRoutes();
        gateway.close();
        gateway = start();
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        assertThat(gateway.end().tally().succeeded()).isEqualTo(1);
    }

    private RunningGateway start() {
        return start(RunningGateway.Extra.NONE);
    }

    private RunningGateway start(RunningGateway.Extra extra) {
        return RunningGateway.receive(
                root,
                Providers.shipped(),
                extra,
                List.of(
                        connection("awork", simulators.aworkUrl(), "token"),
                        connection("close", simulators.closeUrl(), "api-key"),
                        connection("yandex-tracker", simulators.yandexTrackerUrl(), "token")));
    }

    private static RunningGateway.Extra extra(Path routes) {
        return new RunningGateway.Extra(QueuePlace.NONE, routes, Map.of());
    }

    /** As if the process died each time between the record of a job and the removal of its file. */
    private Path routesThatRemoveNothing() throws IOException {
        Path routes = Files.createDirectories(root.resolve("routes"));
        try (Stream<Path> shipped = Files.list(RunningGateway.Extra.SHIPPED)) {
            for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replace("delete: true", "noop: true");
                Files.writeString(routes.resolve(file.getFileName()), text);
            }
        }
        return routes;
    }

    /** It waits for answers so long that no machine is too slow for it. */
    static Connection connection(String provider, URI url, String secret) {
        return connection(provider, url, secret, Duration.ofMinutes(1));
    }

    private static Connection connection(String provider, URI url, String secret, Duration responseTimeout) {
        Limits limits = new Limits(
                100,
                4,
                OptionalInt.empty(),
                Duration.ofMinutes(1),
                responseTimeout,
                5,
                Duration.ofMinutes(10),
                Duration.ofMillis(100),
                Duration.ofMinutes(1),
                64,
                Duration.ofSeconds(1));
        return new Connection(
                provider, provider, url, Map.of(secret, Secret.of("open-sesame")), Map.of("org-id", "1"), limits);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException moved) {
            return List.of(folder);
        }
    }
}
