package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.ledger.Job;
import bactrian.ledger.JobState;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import bactrian.operation.Limits;
import bactrian.operation.Operation;
import bactrian.operation.Reversal;
import bactrian.operation.TargetForm;
import bactrian.operation.Undo;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose operation {@code burst} breaks whoever checks it. */
class JobPlannerTest {
    private final Ledger ledger;
    private static final TargetForm ANYTHING = TargetForm.of(".+", "a", TargetForm.Letters.MATTER);
    private static final Reversal EVER = new Reversal() {
        @Override
        public Optional<String> never(ObjectNode values) {
            return Optional.empty();
        }

        @Override
        public Undo undo(ObjectNode values, ObjectNode before) {
            return new Undo.Impossible("It was nothing before.");
        }
    };

    private final Intake intake;
    private final JobPlanner planner;
    private final List<String> refused = new ArrayList<>();

    JobPlannerTest(@TempDir Path home) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T02:20:55Z"));
        Catalogue catalogue = new Catalogue(List.of(
                Operation.named("shop", "paint")
                        .safeToRepeat()
                        .byIds(ANYTHING)
                        .undone("Can be undone.", EVER)
                        .build(),
                Operation.named("shop", "burn")
                        .byIds(ANYTHING)
                        .notUndone("Ashes.")
                        .build(),
                Operation.named("shop", "burst")
                        .rule((values, where) -> {
                            throw new IllegalStateException("burst");
                        })
                        .build()));
        Connections connections = Connections.of(List.of(
                new Connection("shop", "shop", URI.create("http://localhost"), Map.of(), Map.of(), Limits.at(10))));
        Archive archive = new Archive(home.resolve("archive"), StandardCharsets.UTF_8, ZoneOffset.UTC);
        ledger = Ledger.open(LedgerPlace.sqlite(home.resolve("ledger.db")), clock);
        intake = new Intake(ledger, archive.folder(), clock, new Random(1));
        planner = new JobPlanner(
                ledger,
                archive,
                new Planner(new Instructions(catalogue, connections), catalogue, connections, home.resolve("scratch")),
                connections,
                connection -> Optional.empty(),
                InvalidRows.SKIP,
                (job, problem, findings) -> refused.add(problem.code().word() + ": " + problem.message()),
                Holds.NONE,
                new HeldJobs(home.resolve("held"), connections),
                Precautions.NONE);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aDefectRefusesTheDocumentThatShowsItAndNoOther() throws IOException {
        Job first = receive("burst");
        Job second = receive("paint");

        while (planner.planNext()) {
            assertThat(refused).hasSizeLessThan(3);
        }

        assertThat(ledger.jobs().find(first.id()).orElseThrow().state()).isEqualTo(JobState.REJECTED);
        assertThat(ledger.jobs()
                        .find(first.id())
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .code())
                .isEqualTo(Code.INTERNAL);
        assertThat(ledger.jobs().find(second.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        assertThat(refused)
                .singleElement()
                .asString()
                .startsWith("internal: Bactrian has a defect")
                .contains("burst");
    }

    @Test
    void whatCannotBeUndoneIsSaidBeforeItIsApplied() throws IOException {
        Job once = receive("paint");
        Job forGood = receive("burn");

        while (planner.planNext()) {}

        assertThat(ledger.history().said(once.id(), JobPlanner.PLANNER)).isEmpty();
        assertThat(ledger.history().said(forGood.id(), JobPlanner.PLANNER))
                .containsExactly("1 edit of shop burn cannot be undone: Ashes.");
        assertThat(ledger.history().of(forGood.id()))
                .extracting(entry -> entry.replaceFirst("^\\S+ +", ""))
                .containsSubsequence("plan  1 edit of shop burn cannot be undone: Ashes.", "bactrian  started");
    }

    private Job receive(String operation) throws IOException {
        byte[] document = ("provider,operation,id\nshop," + operation + ",a\n").getBytes(StandardCharsets.UTF_8);
        String name = operation + ".csv";
        return intake.receive(
                new ByteArrayInputStream(document),
                Delivery.of("test:" + name, name, Format.ofFileName(name).orElseThrow(), Defaults.NONE));
    }
}
