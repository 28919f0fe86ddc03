package bactrian.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A broker that is being opened while other things are done: it takes a fifth of a start. Whoever takes it closes it; where
 * nobody did, because something else failed, it is closed with this.
 */
public final class OpeningBroker implements AutoCloseable {
    private final CompletableFuture<Optional<Broker>> opened;
    private boolean taken;

    private OpeningBroker(CompletableFuture<Optional<Broker>> opened) {
        this.opened = opened;
    }

    /** There is none to be opened. */
    public static OpeningBroker none() {
        return new OpeningBroker(CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Begins to open one, in a thread of its own. @see Broker#open */
    public static OpeningBroker begin(QueuePlace place, Path folder) {
        CompletableFuture<Optional<Broker>> opened = new CompletableFuture<>();
        new Thread(() -> open(place, folder, opened), "broker-opening").start();
        return new OpeningBroker(opened);
    }

    private static void open(QueuePlace place, Path folder, CompletableFuture<Optional<Broker>> opened) {
        try {
            opened.complete(Optional.of(Broker.open(place, folder)));
        } catch (RuntimeException | Error failed) {
            opened.completeExceptionally(failed);
        }
    }

    /**
     * Waits until it is open. It is the caller's from then on.
     *
     * @return empty where there is none
     * @throws BrokerUnavailable with what is wrong and what to do
     */
    public Optional<Broker> take() {
        try {
            Optional<Broker> broker = opened.join();
            taken = true;
            return broker;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof BrokerUnavailable unavailable ? unavailable : failed;
        }
    }

    /** Returns when a broker that nobody took is closed. */
    @Override
    public void close() {
        if (!taken) {
            opened.exceptionally(failed -> Optional.empty()).join().ifPresent(Broker::close);
        }
    }
}
