package bactrian.plan;

import bactrian.ledger.Applied;
import bactrian.ledger.Snapshots;
import java.util.ArrayList;
import java.util.List;

/**
 * What a snapshot is compared with, and where it is kept what a job is about to apply.
 *
 * @param extent whether what has not changed is sent all the same
 */
record Baseline(Snapshots snapshots, String schedule, String job, Extent extent) {
    private static final int PIECE = 2_000;

    /** What of a snapshot is sent. */
    enum Extent {
        CHANGES,
        EVERYTHING
    }

    /** Takes drafts in pieces. */
    final class Drafts implements AutoCloseable {
        private final List<Applied> piece = new ArrayList<>();

        Drafts() {
            snapshots.forget(job);
        }

        void add(String target, String change) {
            piece.add(Applied.draft(target, change));
            if (piece.size() >= PIECE) {
                close();
            }
        }

        /** Writes what is left. */
        @Override
        public void close() {
            if (!piece.isEmpty()) {
                snapshots.draft(job, piece);
                piece.clear();
            }
        }
    }
}
