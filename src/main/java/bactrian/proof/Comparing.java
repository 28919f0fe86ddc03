package bactrian.proof;

import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Unanswered;
import bactrian.instruction.Document;
import bactrian.instruction.EditSink;
import bactrian.instruction.Findings;
import bactrian.instruction.Instructions;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Edit;
import bactrian.outcome.Problem;
import bactrian.plan.Scratch;
import bactrian.provider.Reads;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Compares what the edits of a document would do with what is there: reads the targets within the rate, each once, and
 * says edit by edit what would change. Memory is bounded; what is found goes into a throw-away file.
 */
public final class Comparing {
    private static final int AT_ONCE = 200;

    private final Instructions instructions;
    private final Catalogue catalogue;
    private final Connections connections;
    private final Function<Connection, Inquiry> inquiries;
    private final Path folder;

    /**
     * @param inquiries asks over a connection
     * @param folder for throw-away files
     */
    public Comparing(
            Instructions instructions,
            Catalogue catalogue,
            Connections connections,
            Function<Connection, Inquiry> inquiries,
            Path folder) {
        this.instructions = instructions;
        this.catalogue = catalogue;
        this.connections = connections;
        this.inquiries = inquiries;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Compares all edits. Where the document is refused whole, nothing is read.
     *
     * @param progress hears how many edits have been compared
     * @throws Unanswered when a connection's provider cannot be reached
     */
    public Comparison compare(Document document, LongConsumer progress)
            throws IOException, InterruptedException, Unanswered {
        Scratch scratch = new Scratch(folder, Scratch.IN_MEMORY);
        Comparison comparison = new Comparison(scratch);
        try {
            comparison.prepare();
            Map<String, Reader> readers = new LinkedHashMap<>();
            Findings findings = instructions.read(document, new Staging(comparison, readers));
            comparison.found(findings);
            if (findings.refusal().isEmpty()) {
                for (Reader reader : readers.values()) {
                    try (reader) {
                        compare(comparison, reader, progress);
                    }
                }
            }
            return comparison;
        } catch (UncheckedIOException failed) {
            comparison.close();
            throw failed.getCause();
        } catch (IOException | InterruptedException | Unanswered | RuntimeException failed) {
            comparison.close();
            throw failed;
        }
    }

    /** Edits of one target come together, in their order. */
    private void compare(Comparison comparison, Reader reader, LongConsumer progress)
            throws IOException, InterruptedException, Unanswered {
        List<Staged> batch = new ArrayList<>();
        List<Staged> selections = new ArrayList<>();
        String last = "";
        int targets = 0;
        try (Comparison.StagedEdits edits = comparison.staged(reader.connection())) {
            for (Optional<Staged> next = edits.next(); next.isPresent(); next = edits.next()) {
                Staged edit = next.get();
                if (edit.change().where().isPresent()) {
                    selections.add(edit);
                    continue;
                }
                if (!edit.target().equals(last)) {
                    if (targets == AT_ONCE) {
                        reader.compare(batch, comparison);
                        progress.accept(comparison.count());
                        batch.clear();
                        targets = 0;
                    }
                    last = edit.target();
                    targets++;
                }
                batch.add(edit);
            }
        }
        reader.compare(batch, comparison);
        for (Staged selection : selections) {
            reader.select(selection, comparison);
        }
        progress.accept(comparison.count());
    }

    /** An edit that waits to be compared. */
    record Staged(long ordinal, String target, Change change) {}

    private final class Staging implements EditSink {
        private final Comparison comparison;
        private final Map<String, Reader> readers;

        Staging(Comparison comparison, Map<String, Reader> readers) {
            this.comparison = comparison;
            this.readers = readers;
        }

        @Override
        public void edit(Edit edit) {
            try {
                Change change = edit.change();
                Staged staged = new Staged(edit.ordinal(), edit.target(), change);
                Reader reader = readers.computeIfAbsent(change.connection(), Comparing.this::reader);
                Optional<Reads> reads = reader.reads(change);
                if (reads.isEmpty()) {
                    comparison.add(LineOf.unread(staged, "The provider does not show what this changes."));
                } else {
                    comparison.stage(staged);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void invalid(long ordinal, Problem problem) {
            try {
                ObjectNode line = Compared.line(ordinal, Compared.State.INVALID);
                comparison.add(line.put(Compared.MESSAGE, problem.outcome().message()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Reader reader(String connection) {
        return new Reader(inquiries.apply(connections.find(connection).orElseThrow()), catalogue);
    }
}
