package bactrian.proof;

import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Unanswered;
import bactrian.operation.Catalogue;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Operation;
import bactrian.proof.Compared.State;
import bactrian.proof.Comparing.Staged;
import bactrian.provider.Reads;
import bactrian.provider.Reads.Expected;
import bactrian.provider.Reads.Extent;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the targets of one connection, several pages at once, within its rate. */
final class Reader implements AutoCloseable {
    /** Of a selection no more pages are looked at. */
    private static final int MOST_PAGES = 1_000;

    private final Inquiry inquiry;
    private final Catalogue catalogue;
    private final ExecutorService workers;

    Reader(Inquiry inquiry, Catalogue catalogue) {
        this.inquiry = inquiry;
        this.catalogue = catalogue;
        this.workers = Executors.newFixedThreadPool(
                Math.min(8, inquiry.connection().limits().maxConcurrentCalls()), work -> {
                    Thread thread = new Thread(work, "reader");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    Connection connection() {
        return inquiry.connection();
    }

    Optional<Reads> reads(Change change) {
        return inquiry.dialect()
                .reads(change.operation())
                .filter(reads ->
                        change.where().isEmpty() || reads.list(change, 0).isPresent());
    }

    /** What was found; a refusal by target where one could not be read. */
    record Found(Map<String, ObjectNode> values, Map<String, String> refused) {}

    /** Edits of one target stand together, in their order. */
    void compare(List<Staged> edits, Comparison comparison) throws IOException, InterruptedException, Unanswered {
        if (edits.isEmpty()) {
            return;
        }
        Reads any = reads(edits.get(0).change()).orElseThrow();
        Found found = read(any, edits.stream().map(Staged::target).distinct().toList());
        Optional<ObjectNode> present = Optional.empty();
        String last = "";
        boolean first = true;
        for (Staged edit : edits) {
            if (!edit.target().equals(last)) {
                last = edit.target();
                present = Optional.ofNullable(found.values().get(last));
                first = true;
            }
            ObjectNode line = line(edit, found, present, first);
            comparison.add(line);
            if (Compared.state(line) == State.CHANGE) {
                first = false;
                present = present.flatMap(before -> after(edit, before));
            }
        }
    }

    private ObjectNode line(Staged edit, Found found, Optional<ObjectNode> present, boolean first) {
        Optional<String> refused = Optional.ofNullable(found.refused().get(edit.target()));
        if (refused.isPresent()) {
            return LineOf.unread(edit, refused.get());
        }
        Reads reads = reads(edit.change()).orElseThrow();
        return present.map(values -> LineOf.of(edit, catalogue.of(edit.change()), reads, values, first))
                .orElseGet(() -> LineOf.missing(edit));
    }

    private Optional<ObjectNode> after(Staged edit, ObjectNode before) {
        Expected expected = reads(edit.change()).orElseThrow().expected(edit.change(), before);
        if (expected.extent() == Extent.GONE) {
            return Optional.empty();
        }
        ObjectNode after = before.deepCopy();
        after.setAll(expected.values());
        return Optional.of(after);
    }

    /** The values of targets, however many. */
    Found read(Reads reads, List<String> targets) throws InterruptedException, Unanswered {
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < targets.size(); from += reads.most()) {
            pages.add(targets.subList(from, Math.min(targets.size(), from + reads.most())));
        }
        List<Callable<Reply>> questions = new ArrayList<>();
        pages.forEach(page -> questions.add(() -> inquiry.ask(reads.ask(page))));
        Map<String, ObjectNode> values = new HashMap<>();
        Map<String, String> refused = new HashMap<>();
        List<Future<Reply>> answers = workers.invokeAll(questions);
        for (int at = 0; at < pages.size(); at++) {
            Reply reply = answer(answers.get(at));
            Optional<Reads.Page> page = reads.read(reply);
            page.ifPresent(found -> values.putAll(found.values()));
            if (page.isEmpty()) {
                String why = "It could not be read: the provider answered " + reply.status() + ".";
                pages.get(at).forEach(target -> refused.put(target, why));
            }
        }
        return new Found(values, refused);
    }

    private static Reply answer(Future<Reply> future) throws InterruptedException, Unanswered {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Unanswered unanswered) {
                throw unanswered;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Compares an edit by selection: lists what it selects. */
    void select(Staged edit, Comparison comparison) throws IOException, InterruptedException, Unanswered {
        Reads reads = reads(edit.change()).orElseThrow();
        Operation operation = catalogue.of(edit.change());
        Map<String, ObjectNode> selected = new LinkedHashMap<>();
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            Request request = reads.list(edit.change(), page).orElseThrow();
            Reply reply = inquiry.ask(request);
            Optional<Reads.Page> found = reads.read(reply);
            if (found.isEmpty()) {
                comparison.add(LineOf.unread(
                        edit, "The selection could not be listed: the provider answered " + reply.status() + "."));
                return;
            }
            found.get().values().forEach(selected::put);
            more = found.get().more();
        }
        long changed = 0;
        String never = "";
        ObjectNode kept = Compared.JSON.createObjectNode();
        for (Map.Entry<String, ObjectNode> one : selected.entrySet()) {
            ObjectNode line = LineOf.of(edit, operation, reads, one.getValue(), true);
            changed += Compared.state(line) == State.CHANGE ? 1 : 0;
            never = never.isEmpty() ? line.path(Compared.UNDO).asText("") : never;
            kept.set(one.getKey(), line.get(Compared.BEFORE));
        }
        ObjectNode line = LineOf.line(edit, changed == 0 ? State.UNCHANGED : State.CHANGE)
                .put(Compared.SELECTED, selected.size())
                .put(
                        Compared.MESSAGE,
                        "It selects " + selected.size() + (more ? " or more" : "") + " now, of which " + changed
                                + " would change.");
        if (!never.isEmpty()) {
            line.put(Compared.UNDO, never);
        }
        comparison.add(line.set(Compared.SELECTION, kept));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
