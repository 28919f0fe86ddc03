package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are taken from the inbox, in which order, and when they leave it. */
class InboxTest extends GatewayAtWork {
    private RunningGateway gateway;

    InboxTest(@TempDir Path folder) {
        super(folder);
        gateway = start(setup());
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
        close(gateway);
        gateway = start(setup().routes(routesThatRemoveNothing(), Map.of()));
        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");
        gateway.end();
        List<Path> left = filesIn(gateway.home().inbox());
        close(gateway);

        gateway = start(setup());
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
        Path inbox = Files.createDirectories(gateway.home().inbox().resolve("awork/setprio"));
        Path trap = Files.writeString(
                inbox.resolve("x\\..\\..\\..\\..\\results\\a.csv"), "id,isPrio\n" + TASK + "0,true\n");
        Files.createDirectories(inbox.resolve("x"));
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
        Path outside = Files.writeString(folder.resolve("outside.csv"), "id,isPrio\n" + TASK + "0,true\n");
        Path inbox = Files.createDirectories(gateway.home().inbox().resolve("awork/setprio"));
        Files.createSymbolicLink(inbox.resolve("a-link.csv"), outside);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("b.csv"), "id,isPrio\n" + TASK + "1,true\n");
        Files.createSymbolicLink(inbox.resolve("folder"), elsewhere);
        gateway.drop("awork/setprio/z.csv", "id,isPrio\n" + TASK + "2,true\n");

        Job job = gateway.end();

        assertThat(job.arrival().fileName()).isEqualTo("z.csv");
        assertThat(gateway.ledger().jobs().newest(9)).hasSize(1);
        assertThat(outside).exists();
        assertThat(elsewhere.resolve("b.csv")).exists();
    }

    /** As if the process died each time between the record of a job and the removal of its file. */
    private Path routesThatRemoveNothing() throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> shipped = Files.list(GatewaySetup.SHIPPED_ROUTES)) {
            for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replace("processStrategy: \"#inboxFiles\"", "noop: true");
                Files.writeString(routes.resolve(file.getFileName()), text);
            }
        }
        return routes;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException moved) {
            return List.of(folder);
        }
    }
}
