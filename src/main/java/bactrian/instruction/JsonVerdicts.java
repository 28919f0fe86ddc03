package bactrian.instruction;

import bactrian.outcome.Code;
import bactrian.outcome.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what the instructions of a JSON document ask for. Instructions that ask for the same are checked once. */
final class JsonVerdicts {
    private static final Set<String> MEMBERS =
            Set.of("provider", "operation", "connection", "ids", "where", "values", "reference");

    private final Document document;
    private final Addresses addresses;
    private final Checker checker = new Checker();
    private final BoundedCache<ObjectNode, Verdict> known = new BoundedCache<>();

    JsonVerdicts(Document document, Addresses addresses) {
        this.document = document;
        this.addresses = addresses;
    }

    /** @param head the instruction without its ids */
    Verdict of(ObjectNode head) {
        Optional<Verdict> before = known.get(asked(head));
        if (before.isPresent()) {
            return before.get();
        }
        int size = head.toString().length();
        Verdict verdict = check(head, size);
        known.put(asked(head), verdict, size);
        return verdict;
    }

    /** The head without what is the sender's own and asks for nothing. */
    private static ObjectNode asked(ObjectNode head) {
        JsonNode reference = head.path("reference");
        boolean sound = reference.isTextual() || reference.isNumber();
        ObjectNode rest = head.objectNode();
        head.properties().stream()
                .filter(member -> !member.getKey().startsWith("_")
                        && !(sound && member.getKey().equals("reference")))
                .forEach(member -> rest.set(member.getKey(), member.getValue()));
        return rest;
    }

    private Verdict check(ObjectNode head, int size) {
        List<Flaw> flaws = new ArrayList<>();
        checkMembers(head, flaws);
        Address address = addresses.find(new Defaults(
                named(head, "provider", flaws).or(document.defaults()::provider),
                named(head, "operation", flaws).or(document.defaults()::operation),
                named(head, "connection", flaws).or(document.defaults()::connection)));
        if (address.found().isPresent()) {
            return check(address.found().get(), head, flaws, size);
        }
        flaws.addAll(0, address.flaws());
        return Verdict.unfit(flaws, address.known());
    }

    /** Members that start with an underscore are ignored, as columns are. */
    private static void checkMembers(ObjectNode head, List<Flaw> flaws) {
        head.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name) && !name.startsWith("_")) {
                flaws.add(Flaw.in(name, Code.UNKNOWN_COLUMN, "An instruction has no member of this name.")
                        .hint(Nearest.to(name, MEMBERS)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("The operation's parameters go into values.")));
            }
        });
        if (head.has("ids")) {
            flaws.add(Flaw.in("ids", Code.INVALID_VALUE, "must be a list of texts.")
                    .found(Found.text(head.get("ids"))));
        }
        JsonNode reference = head.path("reference");
        if (reference.isContainerNode() || reference.isBoolean()) {
            flaws.add(Flaw.in("reference", Code.INVALID_VALUE, "must be text.").found(Found.text(reference)));
        }
    }

    private static Optional<String> named(ObjectNode head, String member, List<Flaw> flaws) {
        JsonNode name = head.path(member);
        if (name.isMissingNode() || name.isNull()) {
            return Optional.empty();
        }
        if (!name.isTextual()) {
            flaws.add(Flaw.in(member, Code.INVALID_VALUE, "must be text.").found(Found.text(name)));
            return Optional.empty();
        }
        return Optional.of(name.textValue().strip()).filter(text -> !text.isEmpty());
    }

    private Verdict check(Address.Found address, ObjectNode head, List<Flaw> flaws, int size) {
        Values values = new Values();
        JsonNode given = head.path("values");
        if (given instanceof ObjectNode object) {
            // The head stays as it was written: it is the key under which the verdict is remembered.
            object.deepCopy()
                    .properties()
                    .forEach(value -> put(address, value.getKey(), value.getValue(), values, flaws));
        } else if (!given.isMissingNode() && !given.isNull()) {
            flaws.add(Flaw.in("values", Code.INVALID_VALUE, "must be an object of the operation's parameters.")
                    .found(Found.text(given)));
        }
        Optional<JsonNode> where = Optional.ofNullable(head.get("where"))
                .filter(selection -> !selection.isNull())
                .map(selection -> address.form().whereShape().zoned(selection.deepCopy(), document.zone()));
        return checker.check(address, values.gathered(), where, flaws, size);
    }

    private void put(Address.Found address, String name, JsonNode value, Values values, List<Flaw> flaws) {
        Optional<Field> place = address.form().field(name);
        if (place.isEmpty()) {
            flaws.add(Flaw.in(name, Code.UNKNOWN_COLUMN, address.form().operation() + " has no such parameter.")
                    .nearest(Nearest.to(name, address.form().names())));
        } else if (!values.put(place.get(), place.get().shape().zoned(value, document.zone()))) {
            flaws.add(Flaw.in(name, Code.INVALID_VALUE, "The same value is given twice.")
                    .hint("Give a value once: whole, or by its fields."));
        }
    }
}
