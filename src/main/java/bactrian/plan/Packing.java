package bactrian.plan;

import bactrian.ledger.PlanSink;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import java.io.IOException;
import java.util.List;

/** Makes the calls of one document: first takes all its edits, then packs them. */
final class Packing {
    private final Scratch scratch;
    private final Changes changes;
    private final Kinds kinds;
    private final Shares shares;
    private final Staging staging;

    /** @param bytes of the document */
    Packing(Catalogue catalogue, Connections connections, Scratch scratch, long bytes) {
        this.scratch = scratch;
        this.changes = new Changes(scratch);
        this.kinds = new Kinds(changes, catalogue, connections);
        this.shares = new Shares(catalogue);
        this.staging = new Staging(scratch, kinds, bytes);
    }

    /** Takes the edits; throws {@link java.io.UncheckedIOException} when the scratch folder cannot be written. */
    Staging intake() {
        return staging;
    }

    /** What of the calls cannot be undone, once they are packed. */
    List<Irreversible> irreversible() {
        return shares.irreversibles().all();
    }

    /** Hands on all edits taken: those that are never sent, then the calls. @return what each operation has */
    List<Share> pack(PlanSink sink) throws IOException {
        staging.giveUnsent(sink);
        CallWriter writer = new CallWriter(sink, changes, kinds, shares);
        for (int section = 0; section < staging.sections(); section++) {
            Cutter cutter = new Cutter(writer, kinds, section);
            if (staging.repeating(section)) {
                try (Repeats repeats = new Repeats(scratch, kinds, staging, section)) {
                    repeats.give(cutter);
                }
            } else {
                staging.edits().each(section, section + 1L, cutter::take);
            }
            cutter.finish();
        }
        return shares.all();
    }
}
