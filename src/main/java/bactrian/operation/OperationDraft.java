package bactrian.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Writes one entry of the catalogue, a line a fact. */
public final class OperationDraft {
    final String provider;
    final String name;
    String summary = "";
    String endpoint = "";
    String source = "";
    final List<Parameter> parameters = new ArrayList<>();
    final Set<Operation.Selector> selectors = EnumSet.noneOf(Operation.Selector.class);
    TargetForm targetForm = TargetForm.of(".+", "id", TargetForm.Letters.MATTER);

    @Nullable
    ObjectNode whereSchema;

    ToIntFunction<ObjectNode> idsPerCall = Operation.ONE;
    Predicate<ObjectNode> repeatSafe = Operation.NEVER;
    String repeatNote = "Not safe to repeat.";
    Predicate<ObjectNode> composed = Operation.NEVER;
    String compositionNote = "";
    boolean destroys;
    Reversal reversal = Reversal.none("");
    String undoNote = "";
    final List<Rule> rules = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    OperationDraft(String provider, String name) {
        this.provider = provider;
        this.name = name;
    }

    public OperationDraft summary(String sentence) {
        this.summary = sentence;
        return this;
    }

    public OperationDraft endpoint(String methodAndPath) {
        this.endpoint = methodAndPath;
        return this;
    }

    public OperationDraft source(String document) {
        this.source = document;
        return this;
    }

    public OperationDraft parameter(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    public OperationDraft byIds(TargetForm form) {
        selectors.add(Operation.Selector.IDS);
        this.targetForm = form;
        return this;
    }

    /** @param schema JSON Schema of the selection */
    public OperationDraft byWhere(ObjectNode schema) {
        selectors.add(Operation.Selector.WHERE);
        this.whereSchema = schema;
        return this;
    }

    public OperationDraft idsPerCall(int limit) {
        return idsPerCall(values -> limit);
    }

    public OperationDraft idsPerCall(ToIntFunction<ObjectNode> limit) {
        this.idsPerCall = limit;
        return this;
    }

    public OperationDraft safeToRepeat() {
        return safeToRepeat("Safe to repeat.", Operation.ALWAYS);
    }

    public OperationDraft safeToRepeat(String note, Predicate<ObjectNode> when) {
        this.repeatNote = note;
        this.repeatSafe = when;
        return this;
    }

    public OperationDraft notSafeToRepeat(String note) {
        return safeToRepeat(note, Operation.NEVER);
    }

    public OperationDraft composed(String note, Predicate<ObjectNode> when) {
        this.compositionNote = note;
        this.composed = when;
        return this;
    }

    public OperationDraft destroys() {
        this.destroys = true;
        return this;
    }

    /** @param note whether and when it can be undone, in words */
    public OperationDraft undone(String note, Reversal by) {
        this.undoNote = note;
        this.reversal = by;
        return this;
    }

    /** @param why a sentence for people */
    public OperationDraft notUndone(String why) {
        return undone("Cannot be undone: " + why, Reversal.none(why));
    }

    public OperationDraft rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    public OperationDraft note(String sentence) {
        notes.add(sentence);
        return this;
    }

    public Operation build() {
        return new Operation(this);
    }
}
