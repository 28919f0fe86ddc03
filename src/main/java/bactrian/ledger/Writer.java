package bactrian.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The one thread that writes. What many threads ask for while a commit is under way goes into the next transaction
 * together, so that one disk flush serves them all; each is answered once its write is durable. Work that fails is told
 * alone: the transaction is rolled back and the others are run again without it.
 */
final class Writer implements AutoCloseable {
    private static final int GROUP = 1000;

    private final SqlDialect dialect;
    private final Jdbi jdbi;
    private final LinkedBlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Entry<Boolean> last = new Entry<>(handle -> true);
    private boolean closed;

    private Writer(SqlDialect dialect) {
        this.dialect = dialect;
        this.jdbi = Jdbi.create(dialect.writing()).setStatementBuilderFactory(connection -> new CachedStatements());
        this.thread = new Thread(this::work, "ledger-writer");
        this.thread.setDaemon(true);
    }

    static Writer start(SqlDialect dialect) {
        Writer writer = new Writer(dialect);
        writer.thread.start();
        return writer;
    }

    /** Runs the work and returns when it is durable. @throws LedgerUnavailable when it cannot be */
    <T> T write(Work<T> work) {
        Entry<T> entry = new Entry<>(work);
        synchronized (this) {
            if (closed) {
                throw new LedgerUnavailable("The ledger " + dialect + " is closed.");
            }
            queue.add(entry);
        }
        try {
            return entry.answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void work() {
        List<Entry<?>> group = new ArrayList<>();
        try (Handle handle = jdbi.open()) {
            while (!group.contains(last)) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                commit(handle, new ArrayList<>(group));
            }
        } catch (InterruptedException | RuntimeException | Error stopped) {
            stop(group, stopped);
        }
    }

    private void stop(List<Entry<?>> group, Throwable stopped) {
        LedgerUnavailable failure = stopped instanceof JdbiException problem
                ? explain(problem)
                : new LedgerUnavailable("The ledger " + dialect + " has stopped writing.", stopped);
        synchronized (this) {
            closed = true;
            queue.drainTo(group);
        }
        group.forEach(entry -> entry.answer.completeExceptionally(failure));
    }

    private void commit(Handle handle, List<Entry<?>> group) {
        while (!group.isEmpty()) {
            Entry<?> running = group.get(0);
            try {
                handle.execute(dialect.begin());
                for (Entry<?> entry : group) {
                    running = entry;
                    entry.run(handle);
                }
                handle.execute("commit");
                group.forEach(Entry::succeed);
                return;
            } catch (JdbiException problem) {
                rollback(handle);
                LedgerUnavailable failure = explain(problem);
                group.forEach(entry -> entry.answer.completeExceptionally(failure));
                return;
            } catch (RuntimeException refused) {
                rollback(handle);
                running.answer.completeExceptionally(refused);
                group.remove(running);
            }
        }
    }

    private static void rollback(Handle handle) {
        try {
            handle.execute("rollback");
        } catch (JdbiException nothingToRollBack) {
            // The database has done so by itself, or the transaction never began.
        }
    }

    private LedgerUnavailable explain(JdbiException problem) {
        return Store.explain(dialect, problem);
    }

    /** Everything asked for before is written first. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(last);
            }
        }
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Entry<T> {
        private final Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private List<T> result = List.of();

        Entry(Work<T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            result = List.of(work.in(handle));
        }

        void succeed() {
            answer.complete(result.get(0));
        }
    }
}
