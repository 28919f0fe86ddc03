package bactrian.instruction;

import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import bactrian.operation.Rule;
import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks values against the catalogue and makes a change of them. Equal changes are one object. */
final class Checker {
    private final BoundedCache<Change, Change> changes = new BoundedCache<>();

    /**
     * @param given the values as the user gave them
     * @param flaws what is already known to be wrong
     * @param size of all this in characters, about
     */
    Verdict check(Address.Found address, ObjectNode given, Optional<JsonNode> where, List<Flaw> flaws, int size) {
        Operation operation = address.form().operation();
        List<Flaw> all = new ArrayList<>(flaws);
        checkValues(address.form(), given, all);
        where.ifPresent(selection -> checkWhere(address.form(), selection, all));
        if (all.isEmpty()) {
            for (Rule rule : operation.rules()) {
                rule.check(given, where)
                        .forEach(fault -> all.add(Flaw.in(fault.parameter(), fault.code(), fault.message())
                                .hint(fault.hint())));
            }
        }
        if (!all.isEmpty()) {
            return Verdict.unfit(all, true);
        }
        ObjectNode values = filledIn(operation, given);
        return Verdict.fit(
                operation,
                shared(change(address.connection(), operation, values, where), size),
                operation.composed(values));
    }

    private static void checkValues(Form form, ObjectNode given, List<Flaw> flaws) {
        // What is missing beside a name that nobody knows was probably given under that name.
        boolean misnamed = flaws.stream().anyMatch(flaw -> flaw.code() == Code.UNKNOWN_COLUMN);
        for (Parameter parameter : form.operation().parameters()) {
            JsonNode value = given.get(parameter.name());
            boolean alreadySaid = flaws.stream().anyMatch(flaw -> flaw.field()
                    .filter(field -> field.equals(parameter.name()) || field.startsWith(parameter.name() + "."))
                    .isPresent());
            if (alreadySaid) {
                continue;
            }
            if (value == null) {
                if (parameter.required() && parameter.filledIn().isEmpty() && !misnamed) {
                    flaws.add(Flaw.in(parameter.name(), Code.MISSING_VALUE, form.operation() + " needs this value.")
                            .hint(
                                    parameter.description().isEmpty()
                                            ? Code.MISSING_VALUE.hint()
                                            : "Fill it in: " + parameter.description()));
                }
                continue;
            }
            form.schema(parameter.name())
                    .flatMap(schema -> schema.fault(value))
                    .ifPresent(why -> flaws.add(
                            Flaw.in(parameter.name(), Code.INVALID_VALUE, why).found(Found.text(value))));
        }
    }

    private static void checkWhere(Form form, JsonNode selection, List<Flaw> flaws) {
        form.whereSchema()
                .flatMap(schema -> schema.fault(selection))
                .ifPresent(why ->
                        flaws.add(Flaw.in("where", Code.INVALID_VALUE, why).found(Found.text(selection))));
    }

    private static ObjectNode filledIn(Operation operation, ObjectNode given) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = given.get(parameter.name());
            if (value != null) {
                values.set(parameter.name(), value);
            } else {
                parameter.filledIn().ifPresent(standard -> values.set(parameter.name(), standard));
            }
        }
        return values;
    }

    private static Change change(
            Connection connection, Operation operation, ObjectNode values, Optional<JsonNode> where) {
        return new Change(connection.name(), operation.provider(), operation.name(), values, where);
    }

    private Change shared(Change change, int size) {
        return changes.get(change).orElseGet(() -> {
            changes.put(change, change, size);
            return change;
        });
    }
}
