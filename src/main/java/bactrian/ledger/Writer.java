package bactrian.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Beginning beginning;
    private final WritingLink link;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LinkedBlockingQueue<Entry<?, ?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Entry<?, Boolean> last = new Entry<>(new Single<>(), handle -> true);
    private boolean closed;

    /** How its transactions begin, see {@link SqlDialect#begin}. */
    interface Beginning {
        Optional<String> begin(Handle handle);
    }

    private Writer(SqlDialect dialect, String name, Beginning beginning) {
        this.dialect = dialect;
        this.beginning = beginning;
        this.link = new WritingLink(dialect);
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    static Writer start(SqlDialect dialect, String name, Beginning beginning) {
        Writer writer = new Writer(dialect, name, beginning);
        writer.thread.start();
        return writer;
    }

    /** Runs the work and returns when it is durable. @throws LedgerUnavailable when it cannot be */
    <T> T write(Work<T> work) {
        return queued(new Entry<>(new Single<>(), work)).await();
    }

    /** Grants the wish, together with others of its kind, and returns when that is durable. */
    <Q, A> A write(Batch<Q, A> batch, Q wish) {
        return begin(batch, wish).await();
    }

    /** Returns at once. */
    <Q, A> Entry<Q, A> begin(Batch<Q, A> batch, Q wish) {
        return queued(new Entry<>(batch, wish));
    }

    private synchronized <Q, A> Entry<Q, A> queued(Entry<Q, A> entry) {
        if (closed) {
            throw new LedgerUnavailable("The ledger " + dialect + " is closed.");
        }
        queue.add(entry);
        return entry;
    }

    private void work() {
        List<Entry<?, ?>> group = new ArrayList<>();
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

    private void stop(List<Entry<?, ?>> group, Throwable stopped) {
        LedgerUnavailable failure = stopped instanceof LedgerUnavailable known
                ? known
                : new LedgerUnavailable("The ledger " + dialect + " has stopped writing.", stopped);
        synchronized (this) {
            closed = true;
            queue.drainTo(group);
        }
        group.forEach(entry -> entry.fail(failure));
    }

    private void commit(List<Entry<?, ?>> group) throws InterruptedException {
        int further = FURTHER_TRIES;
        boolean alone = false;
        while (!group.isEmpty()) {
            List<Entry<?, ?>> running = group;
            Optional<String> lostWhenCommitted = Optional.empty();
            try {
                Pen pen = link.pen();
                Optional<String> transaction = beginning.begin(pen.handle());
                for (List<Entry<?, ?>> together : alone ? Entry.eachAlone(group) : Entry.byBatch(group)) {
                    running = together;
                    Entry.run(pen, together);
                }
                lostWhenCommitted = transaction;
                pen.handle().execute("commit");
                group.forEach(Entry::succeed);
                return;
            } catch (JdbiException problem) {
                link.rollback();
                if (lostWhenCommitted.isPresent() && wasCommitted(lostWhenCommitted.get())) {
                    group.forEach(Entry::succeed);
                    return;
                }
                alone |= spoilt(group, running, problem, further--);
            } catch (RuntimeException refused) {
                link.rollback();
                alone |= blame(group, running, refused);
            }
        }
    }

    /** Leaves in the group what is worth another try. @return whether each is to be tried alone */
    private boolean spoilt(List<Entry<?, ?>> group, List<Entry<?, ?>> running, JdbiException problem, int further) {
        SqlDialect.Failure failure = Store.cause(problem).map(dialect::failure).orElse(SqlDialect.Failure.DATABASE);
        LedgerUnavailable explained = Store.explain(dialect, problem);
        if (failure == SqlDialect.Failure.CONNECTION) {
            link.drop();
        }
        if (failure == SqlDialect.Failure.STATEMENT) {
            return blame(group, running, explained);
        }
        if (failure == SqlDialect.Failure.DATABASE || further == 0) {
            group.forEach(entry -> entry.fail(explained));
            group.clear();
        }
        return false;
    }

    /** Tells the one that is at fault. @return whether that has yet to be found out */
    private static boolean blame(List<Entry<?, ?>> group, List<Entry<?, ?>> running, RuntimeException failure) {
        if (running.size() > 1) {
            return true;
        }
        running.forEach(entry -> entry.fail(failure));
        group.removeAll(running);
        return false;
    }

    /** Nobody is told that his write failed while it may be there: it waits until the database can be asked. */
    private boolean wasCommitted(String transaction) throws InterruptedException {
        while (true) {
            link.drop();
            try {
                return dialect.committed(link.pen().handle(), transaction);
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
}
