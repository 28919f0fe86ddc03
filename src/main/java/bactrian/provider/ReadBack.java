package bactrian.provider;

import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import bactrian.provider.ReadBackNotes.Purpose;
import bactrian.provider.Reads.Difference;
import bactrian.provider.Reads.Expected;
import bactrian.provider.Reads.Extent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the targets of a call after it was sent, to say what became of each: because the provider does not tell
 * ({@link #prove}), because the user wants it confirmed ({@link #verify}), or because the answer was lost ({@link
 * #recover}). Page by page; what was seen is kept in the pursuit.
 */
public final class ReadBack {
    /** The step of its pursuits, at every provider. */
    public static final String STEP = "read-back";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UNTOLD = "?";

    private final Reads reads;
    private final Call call;
    private final Map<String, ObjectNode> before;
    private final List<String> targets;

    /** @param before values before the call was sent, by target; empty where they were not kept */
    public ReadBack(Reads reads, Call call, Map<String, ObjectNode> before) {
        this.reads = reads;
        this.call = call;
        this.before = before;
        this.targets = call.change().where().isPresent() ? List.copyOf(before.keySet()) : call.targets();
    }

    /** The provider took the call and does not say what became of each edit. */
    public static Reading prove() {
        return next(ReadBackNotes.begin(Purpose.PROVE));
    }

    /** The user wants each success confirmed. @param reported what the provider says, one an edit */
    public static Reading verify(List<Outcome> reported) {
        ReadBackNotes notes = ReadBackNotes.begin(Purpose.VERIFY);
        for (int place = 0; place < reported.size(); place++) {
            Outcome outcome = reported.get(place);
            if (outcome.status() != Status.SUCCEEDED) {
                notes.report(place, outcome);
            }
        }
        return next(notes);
    }

    /** The answer was lost, and a repeat is not safe. */
    public static Pursuit recover() {
        return new Pursuit(STEP, ReadBackNotes.begin(Purpose.RECOVER).json());
    }

    public static boolean asks(Pursuit pursuit) {
        return pursuit.step().equals(STEP);
    }

    /** Whether the values of the targets alone can tell that a change was made. */
    public static boolean tells(Reads reads, Change change) {
        Expected expected = reads.expected(change, JsonNodeFactory.instance.objectNode());
        return expected.whole() && !expected.values().isEmpty();
    }

    /** Whether there is anything to ask for. */
    public boolean possible() {
        return !targets.isEmpty();
    }

    public Request ask(Pursuit pursuit) {
        int from = new ReadBackNotes(pursuit.notes()).page() * reads.most();
        return reads.ask(targets.subList(from, Math.min(targets.size(), from + reads.most())));
    }

    /** @param age how long the call has been asked about */
    public Reading read(Pursuit pursuit, Duration age, Reply reply) {
        Optional<Reads.Page> page = reads.read(reply);
        if (page.isEmpty()) {
            return reply.successful()
                    ? new Reading.Unreadable("The read-back was answered with something that cannot be understood.")
                    : refused(pursuit, reply);
        }
        ReadBackNotes notes = ReadBackNotes.copyOf(pursuit);
        int from = notes.page() * reads.most();
        int to = Math.min(targets.size(), from + reads.most());
        for (int place = from; place < to; place++) {
            Optional<ObjectNode> found = Optional.ofNullable(page.get().values().get(targets.get(place)));
            Optional<String> seen = look(targets.get(place), found, notes);
            if (seen.isPresent()) {
                notes.see(place, seen.get());
            }
        }
        if (to < targets.size()) {
            notes.turnPage();
            return next(notes);
        }
        return notes.serve(Purpose.RECOVER) ? recovered(notes, age) : verdict(notes);
    }

    /** Empty where there is no such target. */
    private Optional<String> look(String target, Optional<ObjectNode> found, ReadBackNotes notes) {
        ObjectNode known = before.getOrDefault(target, JsonNodeFactory.instance.objectNode());
        Expected expected = reads.expected(call.change(), known);
        if (expected.extent() == Extent.GONE) {
            return Optional.of(found.isEmpty() ? "" : "it is still there");
        }
        return found.map(present -> {
            List<Difference> differences = reads.differences(present, expected.values());
            if (!differences.isEmpty()) {
                return String.join(
                        "; ", differences.stream().map(Difference::toString).toList());
            }
            boolean proof = !expected.values().isEmpty()
                    && (expected.whole()
                            || !reads.differences(known, expected.values()).isEmpty() && !known.isEmpty());
            return proof || !notes.serve(Purpose.RECOVER) ? "" : UNTOLD;
        });
    }

    private Reading verdict(ReadBackNotes notes) {
        if (call.change().where().isPresent()) {
            return new Reading.Settled(List.of(ofSelection(notes)));
        }
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        for (int place = 0; place < call.size(); place++) {
            int at = place;
            outcomes.add(notes.reported(at).or(() -> outcome(notes, at)));
        }
        return outcomes.stream().allMatch(Optional::isPresent)
                ? new Reading.Settled(
                        outcomes.stream().map(Optional::orElseThrow).toList())
                : new Reading.Partly(outcomes);
    }

    /** Empty where it was proved not applied and may be sent again. */
    private Optional<Outcome> outcome(ReadBackNotes notes, int place) {
        String seen = notes.seen(place);
        boolean proving = notes.serve(Purpose.PROVE);
        if (seen.equals(ReadBackNotes.GONE)) {
            String none = "The provider shows no such target to this account.";
            return Optional.of(Outcome.failed(proving ? Code.NOT_FOUND : Code.NOT_APPLIED, none));
        }
        if (seen.isEmpty()) {
            return Optional.of(Outcome.succeeded());
        }
        if (!proving) {
            return Optional.of(Outcome.failed(Code.NOT_APPLIED, "Read back: " + seen + "."));
        }
        return call.repeats() == 0
                ? Optional.empty()
                : Optional.of(Outcome.failed(Code.NOT_APPLIED, "Sent twice, but " + seen + "."));
    }

    private Outcome ofSelection(ReadBackNotes notes) {
        List<String> contradicted = new ArrayList<>();
        for (int place = 0; place < targets.size(); place++) {
            String seen = notes.seen(place);
            if (!seen.isEmpty() && contradicted.size() < 20) {
                contradicted.add(targets.get(place) + ": " + seen);
            }
        }
        Optional<Outcome> reported = notes.reported(0);
        return contradicted.isEmpty()
                ? reported.orElseGet(
                        () -> Outcome.succeeded("Confirmed by reading back.").affecting(targets.size()))
                : Outcome.failed(Code.NOT_APPLIED, "Read back: " + String.join("; ", contradicted));
    }

    /** What is not seen may still be on its way, so it is never taken for not applied. */
    private Reading recovered(ReadBackNotes notes, Duration age) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean open = false;
        for (int place = 0; place < targets.size(); place++) {
            String seen = notes.seen(place);
            boolean done = seen.isEmpty();
            open |= !done && !seen.equals(UNTOLD) && !seen.equals(ReadBackNotes.GONE);
            outcomes.add(
                    done
                            ? Outcome.succeeded("The answer was lost; read back, it was applied.")
                            : Outcome.unknown("The answer was lost, and reading back does not tell: " + because(seen)));
        }
        if (open && age.compareTo(PATIENCE) < 0) {
            return new Reading.Following(recover(), Reading.Pause.POLL_INTERVAL, "reading back");
        }
        if (call.change().where().isEmpty()) {
            return new Reading.Settled(outcomes);
        }
        return new Reading.Settled(List.of(outcomes.stream()
                .filter(outcome -> outcome.status() != Status.SUCCEEDED)
                .findFirst()
                .orElseGet(() -> outcomes.get(0).affecting(targets.size()))));
    }

    private static String because(String seen) {
        return switch (seen) {
            case ReadBackNotes.GONE -> "there is no such target.";
            case UNTOLD -> "it has the values wanted, but may have had them before.";
            default -> seen + ".";
        };
    }

    private Reading refused(Pursuit pursuit, Reply reply) {
        ReadBackNotes notes = new ReadBackNotes(pursuit.notes());
        if (notes.serve(Purpose.RECOVER)) {
            String why = "The answer was lost, and reading back was refused (" + reply.status() + ").";
            return all(notes, Outcome.unknown(why));
        }
        List<String> said =
                reply.json().map(json -> json.path("error").asText("")).filter(text -> !text.isEmpty()).stream()
                        .toList();
        return all(notes, Outcome.succeeded("not confirmed: " + ErrorText.cut(ErrorText.of(reply, said))));
    }

    private Reading all(ReadBackNotes notes, Outcome outcome) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < call.size(); place++) {
            outcomes.add(notes.reported(place).orElse(outcome));
        }
        return new Reading.Settled(outcomes);
    }

    private static Reading next(ReadBackNotes notes) {
        return new Reading.Following(new Pursuit(STEP, notes.json()), Reading.Pause.NONE, "reading back");
    }
}
