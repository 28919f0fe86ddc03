package bactrian.web;

import bactrian.proof.Compared.State;
import bactrian.proof.ComparedPlans;
import bactrian.proof.ComparedPlans.Progress;
import bactrian.proof.ComparedRows;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A plan that was compared as data: what it comes to, then some of its edits. */
record ComparedPlanView(ComparedPlans plans) {
    /** How many edits are shown where nobody says. */
    static final int LISTED = 200;

    /** Small plans are answered at once, in seconds. */
    private static final int PATIENCE = 5;

    /** The plan where it is ready soon, and else where it will be. */
    WebResponse begun(ComparedPlans.Begun begun) throws IOException, Refused {
        try {
            begun.done().get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException later) {
            return answer(202, begun.id());
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.because(503, "Bactrian stops.");
        }
        return answer(200, begun.id());
    }

    private WebResponse answer(int status, String id) throws IOException, Refused {
        return WebResponse.json(status, of(id, 1, LISTED, Optional.empty())).with("Location", "/api/plans/" + id);
    }

    /** @param from the first row wanted, from 1 */
    ObjectNode of(String id, long from, int limit, Optional<State> state) throws IOException, Refused {
        ObjectNode view = plans.find(id)
                .orElseThrow(() -> Refused.because(
                        404,
                        "There is no plan " + id + ". Plans are kept for " + ComparedPlans.LIFE.toHours()
                                + " hours; compare again."));
        view.remove("node");
        if (ComparedPlans.progress(view) == Progress.READY) {
            ComparedRows page = ComparedRows.read(plans.file(id), from, limit, state);
            ArrayNode rows = view.putArray("rows");
            page.rows().forEach(rows::add);
            page.next().ifPresent(next -> view.put("next", next));
        }
        return view;
    }
}
