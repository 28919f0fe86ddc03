package bactrian.dispatch;

import bactrian.ledger.Claim;
import bactrian.ledger.Evidence;
import bactrian.ledger.Origin;
import bactrian.operation.Call;
import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Dialect;
import bactrian.provider.Reading;
import bactrian.provider.Reads;
import bactrian.provider.Reads.Difference;
import bactrian.provider.RefusalCode;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the targets of a call before it is sent: keeps their values, and takes out those that are no longer as a
 * saved plan expects them. These questions come before the call's first attempt; until they are answered nothing of it
 * leaves.
 */
public final class Beforehand {
    private static final String STEP = "before";
    private static final String CAPTURE = "capture";
    private static final String EXPECT = "expect";
    private static final String PAGE = "page";
    private static final String TRIES = "tries";

    /** Place in the call → how the target differs from the plan. */
    private static final String STALE = "stale";

    private static final String MATCHING = "matching";
    private static final String LISTED = "listed";

    /** Of a selection with more pages than these nothing is kept. */
    private static final int MOST_PAGES = 1_000;

    private final Evidence evidence;
    private final Dialect dialect;
    private final int maxTries;

    Beforehand(Evidence evidence, Dialect dialect, int maxTries) {
        this.evidence = evidence;
        this.dialect = dialect;
        this.maxTries = maxTries;
    }

    /**
     * What is asked first.
     *
     * @param capture values are kept
     * @param expect values are compared with those of a saved plan
     */
    public static Pursuit first(boolean capture, boolean expect) {
        return new Pursuit(
                STEP,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(CAPTURE, capture)
                        .put(EXPECT, expect)
                        .put(PAGE, 0));
    }

    static boolean asks(Pursuit pursuit) {
        return pursuit.step().equals(STEP);
    }

    Request ask(Call call, Pursuit pursuit) {
        Reads reads = reads(call);
        int page = pursuit.notes().path(PAGE).asInt();
        if (call.change().where().isPresent()) {
            return reads.list(call.change(), page).orElseThrow();
        }
        return reads.ask(slice(call, reads, page));
    }

    /** The question got no answer that can be used: it is asked some more times. */
    Reading unanswered(Claim claim, String why) {
        Pursuit pursuit = claim.pursuit().orElseThrow();
        int tries = pursuit.notes().path(TRIES).asInt() + 1;
        if (tries < maxTries) {
            ObjectNode notes = pursuit.notes().deepCopy().put(TRIES, tries);
            return new Reading.Following(new Pursuit(STEP, notes), Reading.Pause.POLL_INTERVAL, "reading beforehand");
        }
        return withoutValues(claim, Code.UNAVAILABLE, why);
    }

    Reading read(Claim claim, Reply reply) {
        Call call = claim.call();
        Pursuit pursuit = claim.pursuit().orElseThrow();
        Reads reads = reads(call);
        Optional<Reads.Page> page = reads.read(reply);
        if (page.isEmpty()) {
            return reply.successful()
                    ? unanswered(claim, "The answer cannot be understood.")
                    : withoutValues(
                            claim, RefusalCode.of(reply.status()), "The provider answered " + reply.status() + ".");
        }
        ObjectNode notes = pursuit.notes().deepCopy();
        int number = notes.path(PAGE).asInt();
        boolean selects = call.change().where().isPresent();
        List<String> targets = selects ? List.copyOf(page.get().values().keySet()) : slice(call, reads, number);
        if (notes.path(EXPECT).asBoolean()) {
            compare(call, reads, targets, page.get().values(), notes);
        }
        if (notes.path(CAPTURE).asBoolean()) {
            evidence.capture(
                    claim, number, kept(call, reads, targets, page.get().values()));
        }
        boolean more = selects
                ? page.get().more() && number + 1 < MOST_PAGES
                : (number + 1) * (long) reads.most() < call.size();
        if (more) {
            ObjectNode next = notes.put(PAGE, number + 1).put(TRIES, 0);
            return new Reading.Following(new Pursuit(STEP, next), Reading.Pause.NONE, "reading beforehand");
        }
        return notes.path(EXPECT).asBoolean() ? verdict(call, notes) : new Reading.NeverTaken();
    }

    private static List<String> slice(Call call, Reads reads, int page) {
        int from = page * reads.most();
        return call.targets().subList(from, Math.min(call.size(), from + reads.most()));
    }

    private static Map<String, ObjectNode> kept(
            Call call, Reads reads, List<String> targets, Map<String, ObjectNode> found) {
        Map<String, ObjectNode> kept = new LinkedHashMap<>();
        for (String target : targets) {
            Optional.ofNullable(found.get(target))
                    .ifPresent(present -> kept.put(target, reads.kept(call.change(), present)));
        }
        return kept;
    }

    private void compare(
            Call call, Reads reads, List<String> targets, Map<String, ObjectNode> found, ObjectNode notes) {
        Map<String, ObjectNode> plan = evidence.captured(call.job(), call.number(), Origin.PLAN);
        ObjectNode stale = notes.withObject("/" + STALE);
        for (String target : targets) {
            Optional<ObjectNode> expected = Optional.ofNullable(plan.get(target));
            Optional<String> difference = Optional.ofNullable(found.get(target))
                    .map(present -> expected.map(wanted -> difference(reads, present, wanted))
                            .orElse("the plan does not know it"))
                    .or(() -> Optional.of("it is not there any more"))
                    .filter(text -> !text.isEmpty());
            if (call.change().where().isEmpty()) {
                difference.ifPresent(
                        text -> stale.put(Integer.toString(call.targets().indexOf(target)), text));
            } else {
                notes.put(MATCHING, notes.path(MATCHING).asInt() + (difference.isEmpty() ? 1 : 0));
                notes.put(LISTED, notes.path(LISTED).asInt() + 1);
            }
        }
        notes.put("planned", plan.size());
    }

    private static String difference(Reads reads, ObjectNode present, ObjectNode wanted) {
        return String.join(
                "; ",
                reads.differences(present, wanted).stream()
                        .map(Difference::toString)
                        .toList());
    }

    private static Reading verdict(Call call, ObjectNode notes) {
        if (call.change().where().isPresent()) {
            boolean asPlanned = notes.path(MATCHING).asInt()
                            == notes.path("planned").asInt()
                    && notes.path(LISTED).asInt() == notes.path("planned").asInt();
            return asPlanned
                    ? new Reading.NeverTaken()
                    : new Reading.Settled(List.of(Outcome.failed(
                            Code.STALE, "The selection is not what it was when the plan was made. Not sent.")));
        }
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        for (int place = 0; place < call.size(); place++) {
            outcomes.add(Optional.ofNullable(notes.path(STALE).get(Integer.toString(place)))
                    .map(text -> Outcome.failed(Code.STALE, text.asText() + ". Not sent.")));
        }
        if (outcomes.stream().noneMatch(Optional::isPresent)) {
            return new Reading.NeverTaken();
        }
        return outcomes.stream().allMatch(Optional::isPresent)
                ? new Reading.Settled(
                        outcomes.stream().map(Optional::orElseThrow).toList())
                : new Reading.Narrowed(outcomes);
    }

    /** What only was to be kept does not stop a call; what a plan expects does. */
    private static Reading withoutValues(Claim claim, Code code, String why) {
        boolean expect = claim.pursuit().orElseThrow().notes().path(EXPECT).asBoolean();
        Outcome outcome = Outcome.failed(code, "It could not be read before sending, so it was not sent. " + why);
        return expect
                ? new Reading.Settled(Collections.nCopies(claim.call().size(), outcome))
                : new Reading.NeverTaken();
    }

    private Reads reads(Call call) {
        return dialect.reads(call.change().operation()).orElseThrow();
    }
}
