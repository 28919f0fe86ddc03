package bactrian.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The one thread that writes. What many threads ask for while a commit is under way goes into the next transaction
 * together, so that one disk flush serves them all; each is answered once its write is durable. Work that fails is told
 * alone: the transaction is rolled back and the others are run again without it.
 */
final class Writer implements AutoCloseable {
    private static final int GROUP = 1000;

    /** A connection that idled for long is often found to be gone; transactions that collide are rare. */
    private static final int FURTHER_TRIES = 3;

    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final SqlDialect dialect;
    private final WritingLink link;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LinkedBlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Entry<Boolean> last = new Entry<>(handle -> true);
    private boolean closed;

    private Writer(SqlDialect dialect) {
        this.dialect = dialect;
        this.link = new WritingLink(dialect);
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
        try (link) {
            while (!group.contains(last)) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                commit(new ArrayList<>(group));
            }
        } catch (InterruptedException | RuntimeException | Error stopped) {
            stop(group, stopped);
        }
    }

    private void stop(List<Entry<?>> group, Throwable stopped) {
        LedgerUnavailable failure = stopped instanceof LedgerUnavailable known
                ? known
                : new LedgerUnavailable("The ledger " + dialect + " has stopped writing.", stopped);
        synchronized (this) {
            closed = true;
            queue.drainTo(group);
        }
        group.forEach(entry -> entry.fail(failure));
    }

    private void commit(List<Entry<?>> group) throws InterruptedException {
        int further = FURTHER_TRIES;
        while (!group.isEmpty()) {
            Entry<?> running = group.get(0);
            Optional<String> lostWhenCommitted = Optional.empty();
            try {
                Handle handle = link.handle();
                Optional<String> transaction = dialect.begin(handle);
                for (Entry<?> entry : group) {
                    running = entry;
                    entry.run(handle);
                }
                lostWhenCommitted = transaction;
                handle.execute("commit");
                group.forEach(Entry::succeed);
                return;
            } catch (JdbiException problem) {
                link.rollback();
                if (lostWhenCommitted.isPresent() && wasCommitted(lostWhenCommitted.get())) {
                    group.forEach(Entry::succeed);
                    return;
                }
                spoilt(group, running, problem, further--);
            } catch (RuntimeException refused) {
                link.rollback();
                running.fail(refused);
                group.remove(running);
            }
        }
    }

    /** Leaves in the group what is worth another try. */
    private void spoilt(List<Entry<?>> group, Entry<?> running, JdbiException problem, int further) {
        SqlDialect.Failure failure = Store.cause(problem).map(dialect::failure).orElse(SqlDialect.Failure.DATABASE);
        LedgerUnavailable explained = Store.explain(dialect, problem);
        if (failure == SqlDialect.Failure.CONNECTION) {
            link.drop();
        }
        if (failure == SqlDialect.Failure.STATEMENT) {
            running.fail(explained);
            group.remove(running);
        } else if (failure == SqlDialect.Failure.DATABASE || further == 0) {
            group.forEach(entry -> entry.fail(explained));
            group.clear();
        }
    }

    /** Nobody is told that his write failed while it may be there: it waits until the database can be asked. */
    private boolean wasCommitted(String transaction) throws InterruptedException {
        while (true) {
            link.drop();
            try {
                return dialect.committed(link.handle(), transaction);
            } catch (JdbiException away) {
                if (closing.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw Store.explain(dialect, away);
                }
            }
        }
    }

    /** Everything asked for before is written first. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(last);
                closing.countDown();
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

        void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }
}
