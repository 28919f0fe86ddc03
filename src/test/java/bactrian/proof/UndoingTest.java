package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.ShelfProvider;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Connections;
import bactrian.proof.AppliedJob.Captured;
import bactrian.proof.AppliedJob.Made;
import bactrian.provider.Providers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan that takes a job back. */
class UndoingTest {
    private final Path folder;
    private final Ledger ledger;
    private final ShelfProvider shelf = new ShelfProvider();

    UndoingTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), InstantSource.fixed(Instant.EPOCH));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theLatestEditOfATargetIsTakenBackFirst() throws IOException {
        shelf.put("cup", "a");
        shelf.put("jug", "x");
        Job job = new AppliedJob(ledger, shelf)
                .of(List.of(Made.set("cup", "b"), Made.set("jug", "y"), Made.set("cup", "c")));

        Undoing.Undone undone = undo(job);

        assertThat(undone.edits()).isEqualTo(3);
        assertThat(steps(undone))
                .filteredOn(step -> step.at("/ids/0").asText().equals("cup"))
                .extracting(step -> step.at("/values/text").asText())
                .containsExactly("b", "a");
        assertThat(steps(undone))
                .filteredOn(step -> step.at("/ids/0").asText().equals("jug"))
                .extracting(step -> step.path("reference").asText())
                .containsExactly("undo of job row 2");
    }

    @Test
    void thePlanExpectsTheTargetAsTheJobLeftIt() throws IOException {
        shelf.put("cup", "a");
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("cup", "b")));
        List<JsonNode> expected = new ArrayList<>();

        SavedPlan.edits(undo(job).plan(), expected::add);

        assertThat(expected)
                .singleElement()
                .extracting(line -> line.path("before"))
                .isEqualTo(ShelfProvider.text("b"));
    }

    @Test
    void whatFailedOrChangedNothingIsLeftAlone() throws IOException {
        shelf.put("cup", "b");
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("cup", "b"), Made.set("vase", "b")));

        Undoing.Undone undone = undo(job);

        assertThat(undone.edits()).isZero();
        assertThat(undone.unchanged()).isEqualTo(1);
        assertThat(undone.impossible()).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackSaysWhy() throws IOException {
        shelf.put("cup", "a");
        shelf.put("jug", "blank");
        shelf.put("pot", "a");
        Job job = new AppliedJob(ledger, shelf)
                .of(List.of(
                        new Made("cup", ShelfProvider.change(ShelfProvider.SET, ShelfProvider.text("b")), Captured.NO),
                        Made.set("jug", "b"),
                        new Made(
                                "pot",
                                ShelfProvider.change(ShelfProvider.TAKE, Compared.JSON.createObjectNode()),
                                Captured.YES)));

        Undoing.Undone undone = undo(job);

        assertThat(undone.edits()).isZero();
        assertThat(undone.impossible().keySet())
                .containsExactlyInAnyOrder(
                        "The values before were not kept.", "Nothing can be wiped off.", "It is gone.");
    }

    private Undoing.Undone undo(Job job) throws IOException {
        return new Undoing(
                        ledger.evidence(),
                        new Providers(List.of(shelf)),
                        Connections.of(List.of(ShelfProvider.CONNECTION)))
                .plan(job, folder, Instant.EPOCH);
    }

    private List<JsonNode> steps(Undoing.Undone undone) throws IOException {
        List<JsonNode> steps = new ArrayList<>();
        for (String line : Files.readAllLines(undone.plan()
                .resolveSibling(undone.plan().getFileName().toString().replace(".plan", ".ndjson")))) {
            steps.add(Compared.JSON.readTree(line));
        }
        return steps;
    }
}
