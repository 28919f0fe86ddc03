package bactrian.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * An entry of the catalogue: one thing that can be done at a provider. Built with {@link #named}.
 *
 * <p>The entry is the only place that knows what an operation takes and what it means to send it twice; readers,
 * planner, dispatch, templates and reference pages all ask it.
 */
public final class Operation {

    /** How the targets of an edit may be given. */
    public enum Selector {
        IDS,
        WHERE
    }

    private final OperationDraft draft;
    private final List<Parameter> parameters;
    private final Set<Selector> selectors;

    Operation(OperationDraft draft) {
        this.draft = draft;
        this.parameters = List.copyOf(draft.parameters);
        this.selectors = Set.copyOf(draft.selectors);
    }

    /** Starts an entry. */
    public static OperationDraft named(String provider, String name) {
        return new OperationDraft(provider, name);
    }

    public String provider() {
        return draft.provider;
    }

    public String name() {
        return draft.name;
    }

    /** One sentence for people. */
    public String summary() {
        return draft.summary;
    }

    /** Method and path of the call it becomes, for people, for example {@code POST /tasks/batch/setdates}. */
    public String endpoint() {
        return draft.endpoint;
    }

    /** Where this entry comes from: the provider's document. */
    public String source() {
        return draft.source;
    }

    /** In the order in which templates and reference pages show them. */
    public List<Parameter> parameters() {
        return parameters;
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public Set<Selector> selectors() {
        return selectors;
    }

    /** How an id is written; asked only where {@link Selector#IDS} is allowed. */
    public TargetForm targetForm() {
        return draft.targetForm;
    }

    /** JSON Schema of {@code where}; present exactly where {@link Selector#WHERE} is allowed. */
    public Optional<ObjectNode> whereSchema() {
        return Optional.ofNullable(draft.whereSchema);
    }

    /** How many ids one call with these values may carry by the provider's own limit. */
    public int idsPerCall(ObjectNode values) {
        return draft.idsPerCall.applyAsInt(values);
    }

    /** Whether a call with this change may be sent again after an attempt that may have been applied. */
    public boolean repeatIsSafe(Change change) {
        return change.where().isEmpty() && draft.repeatSafe.test(change.values());
    }

    /** {@link #repeatIsSafe} in words. */
    public String repeatNote() {
        return draft.repeatNote;
    }

    /** Whether the edits of one instruction must go together, because the call's meaning depends on its company. */
    public boolean composed(ObjectNode values) {
        return draft.composed.test(values);
    }

    /** {@link #composed} in words; empty where composition never matters. */
    public String compositionNote() {
        return draft.compositionNote;
    }

    /** Whether it takes away something that cannot be brought back. */
    public boolean destroys() {
        return draft.destroys;
    }

    /** Whether and how its edits are undone. */
    public Reversal reversal() {
        return draft.reversal;
    }

    /** {@link #reversal} in words. */
    public String undoNote() {
        return draft.undoNote;
    }

    /** Conditions over several parameters. */
    public List<Rule> rules() {
        return List.copyOf(draft.rules);
    }

    /** Warnings that belong beside the parameters in the reference: dangerous defaults, side effects. */
    public List<String> notes() {
        return List.copyOf(draft.notes);
    }

    /**
     * Values that can be sent as they are, for templates, reference pages and tests: a value for each parameter that is
     * required or whose schema has {@code examples}.
     */
    public ObjectNode example() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        parameters.stream()
                .filter(parameter -> parameter.required() || parameter.schema().has("examples"))
                .forEach(parameter -> values.set(parameter.name(), parameter.example()));
        return values;
    }

    /** A selection that can be sent as it is; present exactly where {@link Selector#WHERE} is allowed. */
    public Optional<JsonNode> exampleWhere() {
        return whereSchema().map(SchemaExample::of);
    }

    @Override
    public String toString() {
        return provider() + " " + name();
    }

    static final ToIntFunction<ObjectNode> ONE = values -> 1;
    static final Predicate<ObjectNode> ALWAYS = values -> true;
    static final Predicate<ObjectNode> NEVER = values -> false;

    /** The value at a path, for the functions of an entry; empty where it is missing or null. */
    public static Optional<JsonNode> given(ObjectNode values, String parameter) {
        return Optional.ofNullable(values.get(parameter)).filter(node -> !node.isNull());
    }
}
