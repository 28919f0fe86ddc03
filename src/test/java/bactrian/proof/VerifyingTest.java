package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.ShelfProvider;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerPlace;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import bactrian.proof.AppliedJob.Captured;
import bactrian.proof.AppliedJob.Made;
import bactrian.proof.Verifying.Finding;
import bactrian.proof.Verifying.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether targets are as a job left them. */
class VerifyingTest {
    private final Ledger ledger;
    private final ShelfProvider shelf = new ShelfProvider();

    VerifyingTest(@TempDir Path folder) {
        this.ledger = Ledger.open(LedgerPlace.sqlite(folder.resolve("ledger.db")), InstantSource.fixed(Instant.EPOCH));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsAsItWasLeftIsConfirmedAndWhatIsNotIsContradicted() throws Exception {
        shelf.put("cup", "a");
        shelf.put("jug", "a");
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("cup", "b"), Made.set("jug", "b")));
        shelf.put("jug", "meddled");

        List<Finding> found = verify(job);

        assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.CONFIRMED, Verdict.CONTRADICTED);
        assertThat(found.get(1).why()).contains("meddled");
    }

    @Test
    void whatALaterEditChangedAgainIsJudgedByThatOne() throws Exception {
        shelf.put("cup", "a");
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("cup", "b"), Made.set("cup", "c")));

        assertThat(verify(job)).extracting(Finding::verdict).containsOnly(Verdict.CONFIRMED);
        shelf.put("cup", "b");
        assertThat(verify(job)).extracting(Finding::verdict).containsExactly(Verdict.CONFIRMED, Verdict.CONTRADICTED);
    }

    @Test
    void whatWasTakenAwayHasToBeGone() throws Exception {
        shelf.put("cup", "a");
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("cup", "b"), made("cup", ShelfProvider.TAKE)));

        assertThat(verify(job)).extracting(Finding::verdict).containsOnly(Verdict.CONFIRMED);
        shelf.put("cup", "b");
        assertThat(verify(job)).extracting(Finding::verdict).containsExactly(Verdict.CONFIRMED, Verdict.CONTRADICTED);
    }

    @Test
    void whatNobodySeesAndWhatMayNotBeLookedAtCannotBeTold() throws Exception {
        shelf.put("cup", "a");
        shelf.put("locked", "a");
        Job job = new AppliedJob(ledger, shelf).of(List.of(made("cup", ShelfProvider.HIDE), Made.set("locked", "b")));

        assertThat(verify(job)).extracting(Finding::verdict).containsOnly(Verdict.UNTOLD);
    }

    @Test
    void whatFailedIsNotLookedAt() throws Exception {
        Job job = new AppliedJob(ledger, shelf).of(List.of(Made.set("vase", "b")));

        assertThat(verify(job)).isEmpty();
        assertThat(shelf.asked()).isEmpty();
    }

    private static Made made(String target, String operation) {
        return new Made(target, ShelfProvider.change(operation, Compared.JSON.createObjectNode()), Captured.YES);
    }

    private List<Finding> verify(Job job) throws Exception {
        List<Finding> found = new ArrayList<>();
        new Verifying(
                        ledger.evidence(),
                        new Catalogue(shelf.operations()),
                        Connections.of(List.of(ShelfProvider.CONNECTION)),
                        shelf::inquiry)
                .verify(job, found::add);
        found.sort(Comparator.comparing(Finding::ordinal));
        return found;
    }
}
