package bactrian.proof;

import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Unanswered;
import bactrian.ledger.Evidence;
import bactrian.ledger.Job;
import bactrian.ledger.SettledCall;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.outcome.Status;
import bactrian.provider.Reads;
import bactrian.provider.Reads.Difference;
import bactrian.provider.Reads.Expected;
import bactrian.provider.Reads.Extent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads back what a job changed and says of each edit that succeeded whether its target is as the edit left it. What a
 * later edit of the same job changed again is judged by that one.
 */
public final class Verifying {
    private final Evidence evidence;
    private final Catalogue catalogue;
    private final Connections connections;
    private final Function<Connection, Inquiry> inquiries;

    public Verifying(
            Evidence evidence, Catalogue catalogue, Connections connections, Function<Connection, Inquiry> inquiries) {
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.connections = connections;
        this.inquiries = inquiries;
    }

    /** What became of looking at an edit. */
    public enum Verdict {
        CONFIRMED,
        /** The target is not as the edit left it. */
        CONTRADICTED,
        /** The provider does not show it, or the values before are needed and were not kept. */
        UNTOLD
    }

    /** @param ordinal from 0 @param why for people; empty where confirmed */
    public record Finding(long ordinal, String target, Change change, Verdict verdict, String why) {}

    /** Gives a finding for each edit that succeeded, in no particular order. */
    public void verify(Job job, Consumer<Finding> sink) throws InterruptedException, Unanswered {
        Map<String, Reader> readers = new HashMap<>();
        LongSet later = new LongSet();
        List<Exception> failed = new ArrayList<>();
        try {
            evidence.settledLatestFirst(job.id(), settled -> {
                if (failed.isEmpty()) {
                    try {
                        look(job, settled, readers, later, sink);
                    } catch (InterruptedException | Unanswered stopped) {
                        failed.add(stopped);
                    }
                }
            });
        } finally {
            readers.values().forEach(Reader::close);
        }
        for (Exception stopped : failed) {
            if (stopped instanceof Unanswered unanswered) {
                throw unanswered;
            }
            throw new InterruptedException();
        }
    }

    private void look(Job job, SettledCall settled, Map<String, Reader> readers, LongSet later, Consumer<Finding> sink)
            throws InterruptedException, Unanswered {
        Change change = settled.call().change();
        boolean selects = change.where().isPresent();
        Map<String, ObjectNode> before =
                evidence.before(job.id(), settled.call().number());
        List<String> targets =
                selects ? List.copyOf(before.keySet()) : settled.call().targets();
        Optional<Connection> connection = connections.find(change.connection());
        Optional<Reads> reads =
                connection.flatMap(known -> inquiries.apply(known).dialect().reads(change.operation()));
        List<String> wanted = new ArrayList<>();
        for (int place = 0; place < targets.size(); place++) {
            if (succeeded(settled, selects ? 0 : place)) {
                wanted.add(targets.get(place));
            }
        }
        if (reads.isEmpty() || wanted.isEmpty()) {
            for (int place = 0; place < settled.ordinals().size(); place++) {
                if (succeeded(settled, place)) {
                    String target = selects ? "" : targets.get(place);
                    String why = "Its targets cannot be read back.";
                    sink.accept(new Finding(settled.ordinals().get(place), target, change, Verdict.UNTOLD, why));
                }
            }
            return;
        }
        Reader reader = readers.computeIfAbsent(
                change.connection(), name -> new Reader(inquiries.apply(connection.orElseThrow()), catalogue));
        Reader.Found found = reader.read(reads.get(), wanted);
        for (int place = 0; place < targets.size(); place++) {
            int edit = selects ? 0 : place;
            if (succeeded(settled, edit)) {
                String target = targets.get(place);
                ObjectNode known = before.getOrDefault(target, Compared.JSON.createObjectNode());
                Judgement judgement = judge(reads.get(), change, target, known, found, later);
                sink.accept(
                        new Finding(settled.ordinals().get(edit), target, change, judgement.verdict, judgement.why));
            }
        }
    }

    private record Judgement(Verdict verdict, String why) {}

    private static Judgement judge(
            Reads reads, Change change, String target, ObjectNode before, Reader.Found found, LongSet later) {
        Expected expected = reads.expected(change, before);
        Optional<ObjectNode> present = Optional.ofNullable(found.values().get(target));
        if (found.refused().containsKey(target)) {
            return new Judgement(Verdict.UNTOLD, String.valueOf(found.refused().get(target)));
        }
        if (expected.extent() == Extent.GONE) {
            later.add(key(change, target, ""));
            return present.isEmpty()
                    ? new Judgement(Verdict.CONFIRMED, "")
                    : new Judgement(Verdict.CONTRADICTED, "It is still there.");
        }
        if (present.isEmpty()) {
            return later.add(key(change, target, ""))
                    ? new Judgement(Verdict.CONTRADICTED, "There is no such target any more.")
                    : new Judgement(Verdict.CONFIRMED, "");
        }
        if (expected.values().isEmpty()) {
            return new Judgement(Verdict.UNTOLD, "The values before are needed to tell, and were not kept.");
        }
        ObjectNode own = expected.values().deepCopy();
        own.properties().removeIf(field -> !later.add(key(change, target, field.getKey())));
        List<Difference> differences = reads.differences(present.get(), own);
        return differences.isEmpty()
                ? new Judgement(Verdict.CONFIRMED, "")
                : new Judgement(
                        Verdict.CONTRADICTED,
                        String.join(
                                "; ",
                                differences.stream().map(Difference::toString).toList()));
    }

    private static long key(Change change, String target, String field) {
        String text = change.connection() + '\n' + target + '\n' + field;
        return (long) text.hashCode() << 32 ^ (target + field + change.connection()).hashCode() & 0xffff_ffffL;
    }

    private static boolean succeeded(SettledCall settled, int place) {
        return settled.outcomes()
                .get(place)
                .filter(outcome -> outcome.status() == Status.SUCCEEDED)
                .isPresent();
    }
}
