package bactrian.provider.awork;

import static bactrian.operation.Operation.given;

import bactrian.operation.Rule;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What awork's form would take without a word, and what nobody means by it. */
final class AworkRules {
    private AworkRules() {}

    /** Dates go only where both removals are spelled out, and nothing is set and removed at once. */
    static List<Rule.Fault> setDates(ObjectNode values, Optional<JsonNode> where) {
        boolean removesDue = values.path("removeDueDate").asBoolean();
        boolean removesStart = values.path("removeStartDate").asBoolean();
        List<Rule.Fault> faults = new ArrayList<>();
        if (given(values, "newDueDate").isEmpty()) {
            dueDateMissing(values, removesDue && removesStart).ifPresent(faults::add);
        } else if (removesDue) {
            faults.add(contradiction("removeDueDate", "newDueDate"));
        }
        if (given(values, "newStartDate").isPresent() && removesStart) {
            faults.add(contradiction("removeStartDate", "newStartDate"));
        }
        if (values.path("newStartDate").isNull() && !removesStart) {
            faults.add(new Rule.Fault(
                    "newStartDate",
                    Code.INVALID_VALUE,
                    "An empty newStartDate does not remove the start date.",
                    "Leave newStartDate out, or set removeStartDate to true."));
        }
        return faults;
    }

    private static Optional<Rule.Fault> dueDateMissing(ObjectNode values, boolean meant) {
        if (given(values, "newStartDate").isPresent()) {
            return Optional.of(new Rule.Fault(
                    "newDueDate",
                    Code.MISSING_VALUE,
                    "awork sets a start date only together with a due date.",
                    "Give newDueDate too, for example the present one."));
        }
        if (meant) {
            return Optional.empty();
        }
        return Optional.of(
                new Rule.Fault(
                        "newDueDate",
                        Code.MISSING_VALUE,
                        "Without newDueDate awork removes the due date and the start date.",
                        "Give newDueDate, or set removeDueDate and removeStartDate both to true if both dates are meant to go."));
    }

    private static Rule.Fault contradiction(String remove, String set) {
        return new Rule.Fault(
                remove,
                Code.INVALID_VALUE,
                remove + " and " + set + " contradict each other.",
                "Leave one of them out.");
    }
}
