package bactrian.proof;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.plan.Expectations;
import bactrian.plan.Scratch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a saved plan says of its edits, in a throw-away file: found by ordinal, whatever the size of the plan. */
final class SavedExpectations implements Expectations {
    private final Scratch scratch;
    private final ComparedEdits edits;
    private final RowSet without;

    private SavedExpectations(Scratch scratch, ComparedEdits edits, RowSet without) {
        this.scratch = scratch;
        this.edits = edits;
        this.without = without;
    }

    static SavedExpectations load(Path plan, Path folder, RowSet without) throws IOException {
        Scratch scratch = new Scratch(folder, Scratch.IN_MEMORY);
        try {
            ComparedEdits edits = new ComparedEdits(scratch);
            edits.prepare();
            SavedPlan.edits(plan, edits::add);
            return new SavedExpectations(scratch, edits, without);
        } catch (IOException unreadable) {
            scratch.close();
            throw unreadable;
        }
    }

    @Override
    public Optional<Outcome> outcome(long ordinal) throws IOException {
        if (without.holds(ordinal)) {
            return Optional.of(Outcome.skipped(Code.DESELECTED, ""));
        }
        Optional<ObjectNode> line = edits.find(ordinal);
        return line.flatMap(known -> switch (Compared.state(known)) {
            case UNCHANGED -> Optional.of(Outcome.skipped(Code.UNCHANGED, ""));
            case MISSING ->
                Optional.of(Outcome.failed(Code.NOT_FOUND, "It was not there when the plan was made. Not sent."));
            default -> Optional.empty();
        });
    }

    @Override
    public Map<String, ObjectNode> before(List<Long> ordinals, List<String> targets) throws IOException {
        Map<String, ObjectNode> before = new LinkedHashMap<>();
        for (int place = 0; place < ordinals.size(); place++) {
            Optional<ObjectNode> line = edits.find(ordinals.get(place));
            if (targets.isEmpty()) {
                line.map(known -> known.path(Compared.SELECTION))
                        .filter(JsonNode::isObject)
                        .ifPresent(selection -> selection
                                .properties()
                                .forEach(one -> before.put(one.getKey(), (ObjectNode) one.getValue())));
            } else if (line.isPresent() && line.get().get(Compared.BEFORE) instanceof ObjectNode values) {
                before.put(targets.get(place), values);
            }
        }
        return before;
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
