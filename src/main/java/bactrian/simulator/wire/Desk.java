package bactrian.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where one simulated provider is reached: an HTTP server on the loopback address. Serves any number of connections at
 * once; the provider behind it handles one request after another.
 */
final class Desk implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Reception reception;
    private final Control control;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicLong arrived = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Starts listening. Fails when the port is taken; port 0 takes a free one. */
    Desk(Reception reception, Control control, int port, String name, InstantSource clock) {
        this.reception = reception;
        this.control = control;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "simulator-" + name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException taken) {
            threads.shutdownNow();
            throw new UncheckedIOException(
                    "The " + name + " simulator cannot listen on 127.0.0.1:" + port + ": " + taken.getMessage(), taken);
        }
        server.setExecutor(threads);
    }

    void open() {
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path != null && path.startsWith(Control.PREFIX)) {
            send(exchange, new Served(control.serve(Asked.read(0, clock.instant(), uri(), exchange))));
        } else {
            send(exchange, received(Asked.read(arrived.incrementAndGet(), clock.instant(), uri(), exchange)));
        }
    }

    private Served received(Asked asked) {
        try {
            return reception.receive(asked, this::hold);
        } catch (RuntimeException bug) { // the process edge: a bug here must not look like a dropped connection
            return new Served(Answer.text(500, "text/plain", "The simulator is broken: " + bug));
        }
    }

    private void hold(Duration wait) {
        try {
            closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Served served) throws IOException {
        if (served.way() == Served.Way.DROPPED) {
            throw new IOException("dropped by script"); // the only way to make the JDK's server hang up
        }
        Answer answer = served.answer();
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (served.way() == Served.Way.CUT_SHORT) {
                out.write(answer.body(), 0, length / 2);
                out.flush();
                throw new IOException("cut short by script");
            }
            out.write(answer.body());
        }
        exchange.close();
    }
}
