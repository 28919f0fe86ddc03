package bactrian.plan;

import bactrian.instruction.Document;
import bactrian.instruction.EditSink;
import bactrian.instruction.Findings;
import bactrian.instruction.Instructions;
import bactrian.ledger.PlanSink;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans documents: the fewest calls that keep the order of every target's edits. One serves all threads. */
public final class Planner {
    private final Instructions instructions;
    private final Catalogue catalogue;
    private final Connections connections;
    private final Path scratchFolder;

    /** @param scratchFolder for throw-away files, made where missing */
    public Planner(Instructions instructions, Catalogue catalogue, Connections connections, Path scratchFolder) {
        this.instructions = instructions;
        this.catalogue = catalogue;
        this.connections = connections;
        this.scratchFolder = scratchFolder;
    }

    /**
     * Reads, checks and plans a document. Memory is bounded whatever its size.
     *
     * @param sink is given nothing before the whole document is read, and nothing at all where it is refused
     * @throws IOException when the scratch folder cannot be written
     */
    public Plan plan(Document document, PlanSink sink) throws IOException {
        return plan(document, sink, UnaryOperator.identity());
    }

    /** As {@link #plan(Document, PlanSink)}. @param sieve may settle edits before they are planned */
    public Plan plan(Document document, PlanSink sink, UnaryOperator<EditSink> sieve) throws IOException {
        try (Scratch scratch = new Scratch(scratchFolder, Scratch.IN_MEMORY)) {
            Packing packing = new Packing(catalogue, connections, scratch, Files.size(document.path()));
            Findings findings = instructions.read(document, sieve.apply(packing.intake()));
            List<Share> shares = findings.refusal().isPresent() ? List.of() : packing.pack(sink);
            return new Plan(findings, shares, packing.irreversible(), Optional.empty());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The same for a full snapshot, of which only what differs from the baseline is sent. The document is read twice:
     * first to compare it, then to plan what is left.
     */
    Plan plan(Document document, PlanSink sink, Baseline baseline, UnaryOperator<EditSink> sieve) throws IOException {
        try (Scratch scratch = new Scratch(scratchFolder, Scratch.IN_MEMORY)) {
            Stocktaking stocktaking = new Stocktaking(scratch);
            Findings first = instructions.read(document, stocktaking);
            if (first.refusal().isPresent()) {
                return new Plan(first, List.of());
            }
            Difference difference = stocktaking.with(baseline);
            Packing packing = new Packing(catalogue, connections, scratch, Files.size(document.path()));
            Findings findings = instructions.read(
                    document, new OnlyChanges(stocktaking, packing.intake(), sieve.apply(packing.intake())));
            List<Share> shares = findings.refusal().isPresent() ? List.of() : packing.pack(sink);
            return new Plan(findings, shares, packing.irreversible(), Optional.of(difference));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
