package bactrian.plan;

import bactrian.ledger.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along what was last applied, in order of targets, a page in memory at a time. */
final class AppliedInOrder {
    private final Baseline baseline;
    private List<Applied> page;
    private int place;

    AppliedInOrder(Baseline baseline) {
        this.baseline = baseline;
        this.page = baseline.snapshots().after(baseline.schedule(), "");
    }

    /** What was applied to a target, to be asked for in order; null where nothing was. */
    @Nullable
    Applied of(String target) {
        while (!page.isEmpty()) {
            if (place == page.size()) {
                page = baseline.snapshots()
                        .after(baseline.schedule(), page.get(page.size() - 1).target());
                place = 0;
                continue;
            }
            Applied here = page.get(place);
            int order = here.target().compareTo(target);
            if (order > 0) {
                return null;
            }
            place++;
            if (order == 0) {
                return here;
            }
        }
        return null;
    }
}
