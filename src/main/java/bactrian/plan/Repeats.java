package bactrian.plan;

import java.io.IOException;

/** A section in which targets come more than once: their edits are put into an order that keeps theirs. */
final class Repeats implements AutoCloseable {
    private final Staging staging;
    private final int section;
    private final Suspects suspects;
    private final Shelves placed;
    private final Waves waves;
    private int repeated;

    Repeats(Scratch scratch, Kinds kinds, Staging staging, int section) {
        this.staging = staging;
        this.section = section;
        this.suspects = new Suspects(scratch, "suspects", staging.count());
        this.placed = new Shelves(scratch, "placed");
        this.waves = new Waves(kinds);
    }

    /** Gives all edits of the section, the edits of a target in their order. */
    void give(Cutter cutter) throws IOException {
        staging.edits().each(section, section + 1L, (major, kind, ordinal, mark, target) -> {
            if (staging.repeating(section, target)) {
                suspects.put(ordinal, kind, target);
            } else {
                placed.put(waves.next(-1, kind), kind, ordinal, 0, target);
            }
        });
        suspects.each((target, steps) -> {
            int mark = steps.size() == 1 ? 0 : ++repeated;
            long wave = -1;
            for (Suspects.Step step : steps) {
                wave = waves.next(wave, step.kind());
                placed.put(wave, step.kind(), step.ordinal(), mark, target);
            }
        });
        placed.each(0, Long.MAX_VALUE, cutter::take);
    }

    @Override
    public void close() throws IOException {
        suspects.close();
        placed.close();
    }
}
