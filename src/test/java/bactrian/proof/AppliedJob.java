package bactrian.proof;

import bactrian.dispatch.ShelfProvider;
import bactrian.ledger.Arrival;
import bactrian.ledger.Claim;
import bactrian.ledger.DraftCall;
import bactrian.ledger.Job;
import bactrian.ledger.Ledger;
import bactrian.ledger.PlanWriter;
import bactrian.operation.Change;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job whose edits, a call each, were made on a shelf, with the values before in the ledger. */
record AppliedJob(Ledger ledger, ShelfProvider shelf) {
    private static final String ID = "job";

    /** One edit. */
    record Made(String target, Change change, Captured captured) {
        static Made set(String target, String text) {
            return new Made(target, ShelfProvider.change(ShelfProvider.SET, ShelfProvider.text(text)), Captured.YES);
        }
    }

    /** Whether its values before are kept. */
    enum Captured {
        YES,
        NO
    }

    /** Makes the edits; those of targets that are not there fail. */
    Job of(List<Made> edits) {
        Optional<String> none = Optional.empty();
        ledger.jobs().receive(ID, new Arrival("test", "edits.csv", "csv", none, none, none, "00", 0, none, Map.of()));
        try (PlanWriter plan = ledger.jobs().plan(ID)) {
            for (int at = 0; at < edits.size(); at++) {
                plan.change(edits.get(at).change());
                plan.call(new DraftCall(
                        at + 1,
                        at + 1,
                        1,
                        List.of((long) at),
                        List.of(edits.get(at).target()),
                        at == 0 ? List.of() : List.of(at)));
            }
            plan.commit(edits.size());
        }
        ledger.jobs().start(ID, "test");
        for (Made edit : edits) {
            make(ledger.calls().claim("shelf").orElseThrow(), edit);
        }
        return ledger.jobs().find(ID).orElseThrow();
    }

    private void make(Claim claim, Made edit) {
        var before = shelf.thing(edit.target());
        if (edit.captured() == Captured.YES && before.isPresent()) {
            ledger.evidence().capture(claim, 0, new LinkedHashMap<>(Map.of(edit.target(), before.get())));
        }
        shelf.change(edit.target(), edit.change());
        ledger.calls()
                .settle(
                        claim,
                        List.of(
                                before.isPresent()
                                        ? Outcome.succeeded()
                                        : Outcome.failed(Code.NOT_FOUND, "It is not there.")));
    }
}
