package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.DraftCall;
import bactrian.operation.Change;
import bactrian.operation.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs a plan against a pretended provider and the edits one by one against another, and compares: for each target, and
 * for selections, which reach every target of their connection, what was done to it in which order.
 */
final class ShopOracle {

    /** Asserts that the calls, in any order the plan allows, do what the edits do one by one. */
    static void assertSame(List<Edit> edits, RecordedPlan plan, long seed) {
        assertThat(executed(plan, edits, new Random(seed))).isEqualTo(oneByOne(edits));
        assertThat(plan.calls.stream().flatMap(call -> call.ordinals().stream()).sorted())
                .containsExactlyElementsOf(edits.stream().map(Edit::ordinal).toList());
    }

    private static Map<String, List<String>> oneByOne(List<Edit> edits) {
        Map<String, List<String>> shop = empty(edits);
        edits.forEach(edit -> apply(shop, edit.change(), edit.target()));
        return shop;
    }

    private static Map<String, List<String>> executed(RecordedPlan plan, List<Edit> edits, Random random) {
        Map<String, List<String>> shop = empty(edits);
        Set<Integer> settled = new HashSet<>();
        List<DraftCall> open = new ArrayList<>(plan.calls);
        while (!open.isEmpty()) {
            List<DraftCall> ready = open.stream()
                    .filter(call -> settled.containsAll(call.after()))
                    .filter(call -> open.stream()
                            .noneMatch(other -> other.section() < call.section()
                                    && connection(plan, other).equals(connection(plan, call))))
                    .toList();
            DraftCall call = ready.get(random.nextInt(ready.size()));
            assertThat(call.after()).allMatch(number -> number < call.number());
            assertThat(call.targets()).doesNotHaveDuplicates();
            assertThat(call.ordinals()).isSorted();
            Change change = plan.changeOf(call);
            if (change.where().isPresent()) {
                assertThat(call.targets()).isEmpty();
                assertThat(call.ordinals()).hasSize(1);
                apply(shop, change, "");
            }
            for (int i = 0; i < call.targets().size(); i++) {
                Edit edit = edits.get(Math.toIntExact(call.ordinals().get(i)));
                assertThat(call.targets().get(i)).isEqualTo(edit.target());
                assertThat(change).isEqualTo(edit.change());
                apply(shop, change, edit.target());
            }
            settled.add(call.number());
            open.remove(call);
        }
        return shop;
    }

    private static String connection(RecordedPlan plan, DraftCall call) {
        return plan.changeOf(call).connection();
    }

    private static Map<String, List<String>> empty(List<Edit> edits) {
        return edits.stream()
                .filter(edit -> edit.change().where().isEmpty())
                .collect(Collectors.toMap(
                        edit -> name(edit.change(), edit.target()),
                        edit -> new ArrayList<>(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static void apply(Map<String, List<String>> shop, Change change, String target) {
        String done = change.values() + change.where().map(Object::toString).orElse("");
        shop.forEach((name, history) -> {
            boolean reached = change.where().isPresent()
                    ? name.startsWith(change.connection() + " ")
                    : name.equals(name(change, target));
            if (reached) {
                history.add(done);
            }
        });
    }

    private static String name(Change change, String target) {
        return change.connection() + " " + target;
    }
}
