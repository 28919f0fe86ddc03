package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.ShelfProvider;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import bactrian.proof.ComparedPlans.Begun;
import bactrian.proof.ComparedPlans.Progress;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are compared in the background and kept for a while. */
class ComparedPlansTest {
    private static final Defaults SET = new Defaults(Optional.of("shelf"), Optional.of("set"), Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    private final ShelfProvider shelf = new ShelfProvider();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Instant now = Instant.now();

    @Test
    void aPlanIsReadyWhenItsEditsAreComparedAndTheUploadIsGone() throws Exception {
        shelf.put("cup", "old");
        gate.countDown();
        ComparedPlans plans = plans("node");
        Document document = document();

        Begun begun = plans.begin(
                        document, "edits.csv", Compared.JSON.createObjectNode().put("edits", 1))
                .orElseThrow();
        begun.done().get(30, TimeUnit.SECONDS);

        ObjectNode kept = plans.find(begun.id()).orElseThrow();
        assertThat(ComparedPlans.progress(kept)).isEqualTo(Progress.READY);
        assertThat(kept.at("/compared/change").asInt()).isEqualTo(1);
        assertThat(kept.path("edits").asInt()).isEqualTo(1);
        assertThat(ComparedRows.read(plans.file(begun.id()), 1, 9, Optional.empty())
                        .rows())
                .hasSize(1);
        assertThat(document.path()).doesNotExist();
    }

    @Test
    void whatWasBeingComparedWhenAProcessDiedBrokeOff() throws Exception {
        ComparedPlans dead = plans("node");
        Begun begun = dead.begin(document(), "edits.csv", Compared.JSON.createObjectNode())
                .orElseThrow();
        String id = begun.id();
        assertThat(ComparedPlans.progress(dead.find(id).orElseThrow())).isEqualTo(Progress.COMPARING);

        ObjectNode seenByTheNext = plans("node").find(id).orElseThrow();
        ObjectNode seenByAnother = plans("other").find(id).orElseThrow();

        assertThat(ComparedPlans.progress(seenByTheNext)).isEqualTo(Progress.FAILED);
        assertThat(seenByTheNext.path("message").asText()).contains("broke off");
        assertThat(ComparedPlans.progress(seenByAnother)).isEqualTo(Progress.COMPARING);
        gate.countDown();
        begun.done().get(30, TimeUnit.SECONDS); // it writes into a folder that is removed next
    }

    @Test
    void tooManyAtOnceAreTurnedAway() throws Exception {
        ComparedPlans plans = plans("node");
        List<Begun> begun = new ArrayList<>();
        Optional<Begun> next = plans.begin(document(), "edits.csv", Compared.JSON.createObjectNode());
        while (next.isPresent() && begun.size() < 100) {
            begun.add(next.get());
            next = plans.begin(document(), "edits.csv", Compared.JSON.createObjectNode());
        }

        assertThat(begun).hasSizeBetween(2, 99);
        gate.countDown();
        for (Begun each : begun) {
            each.done().get(30, TimeUnit.SECONDS);
            assertThat(ComparedPlans.progress(plans.find(each.id()).orElseThrow()))
                    .isEqualTo(Progress.READY);
        }
    }

    @Test
    void aPlanIsForgottenAfterADay() throws Exception {
        gate.countDown();
        ComparedPlans plans = plans("node");
        Begun begun = plans.begin(document(), "edits.csv", Compared.JSON.createObjectNode())
                .orElseThrow();
        begun.done().get(30, TimeUnit.SECONDS);
        FileTime old = FileTime.from(now.minusSeconds(1));
        Files.setLastModifiedTime(plans.file(begun.id()), old);

        now = now.plus(ComparedPlans.LIFE).plus(Duration.ofSeconds(2));
        assertThat(plans.find(begun.id())).isEmpty();
        plans.begin(document(), "edits.csv", Compared.JSON.createObjectNode())
                .orElseThrow()
                .done()
                .get(30, TimeUnit.SECONDS);

        assertThat(plans.file(begun.id())).doesNotExist();
    }

    private ComparedPlans plans(String node) {
        Catalogue catalogue = new Catalogue(shelf.operations());
        Connections connections = Connections.of(List.of(ShelfProvider.CONNECTION));
        Comparing comparing = new Comparing(
                new Instructions(catalogue, connections),
                catalogue,
                connections,
                connection -> {
                    try {
                        gate.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return shelf.inquiry(connection);
                },
                folder.resolve("scratch"));
        return new ComparedPlans(
                new KeptPlans(folder.resolve("plans")), node, comparing, catalogue, connections, () -> now);
    }

    private Document document() throws IOException {
        Path file = Files.createTempFile(folder, "edits", ".csv");
        Files.writeString(file, "id,text\ncup,new\n");
        return new Document(file, Format.CSV, SET, StandardCharsets.UTF_8, ZoneOffset.UTC);
    }
}
