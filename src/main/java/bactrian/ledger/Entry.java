package bactrian.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a thread waits for the writer to do.
 *
 * @param <Q> what is asked for
 * @param <A> the answer
 */
final class Entry<Q, A> {
    private final Batch<Q, A> batch;
    private final Q wish;
    private List<A> result = List.of();
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    Entry(Batch<Q, A> batch, Q wish) {
        this.batch = batch;
        this.wish = wish;
    }

    /**
     * Sorted into those that are done together. None of a group has been answered yet, so any order is as good: calls
     * are settled first and claimed last, so that what settles now frees what is claimed now.
     */
    static Collection<List<Entry<?, ?>>> byBatch(List<Entry<?, ?>> group) {
        Map<Batch<?, ?>, List<Entry<?, ?>>> sorted = new LinkedHashMap<>();
        group.stream()
                .sorted(Comparator.comparingInt(entry -> entry.batch.turn()))
                .forEach(entry -> sorted.computeIfAbsent(entry.batch, batch -> new ArrayList<>())
                        .add(entry));
        return sorted.values();
    }

    /** In the same order. */
    static Collection<List<Entry<?, ?>>> eachAlone(List<Entry<?, ?>> group) {
        return byBatch(group).stream()
                .flatMap(List::stream)
                .<List<Entry<?, ?>>>map(List::of)
                .toList();
    }

    /** @param together not empty, all of one batch */
    static void run(Pen pen, List<Entry<?, ?>> together) {
        try {
            together.get(0).runWith(pen, together);
        } catch (SQLException failure) {
            throw new BatchFailed(failure);
        }
    }

    @SuppressWarnings("unchecked") // entries of one batch have its types
    private void runWith(Pen pen, List<Entry<?, ?>> together) throws SQLException {
        List<Entry<Q, A>> own = (List<Entry<Q, A>>) (List<?>) together;
        List<A> results = batch.run(pen, own.stream().map(entry -> entry.wish).toList());
        for (int i = 0; i < own.size(); i++) {
            own.get(i).result = List.of(results.get(i));
        }
    }

    void succeed() {
        answer.complete(result.get(0));
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits for the answer; throws what {@link #fail} was given. */
    A await() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
