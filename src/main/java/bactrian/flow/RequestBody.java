package bactrian.flow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a paused request as a stream, for a thread that may wait. One buffer at a time is asked for, so that a
 * sender is not faster than the reader.
 */
final class RequestBody extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);
    private static final int LONGEST_SILENCE = 60;
    private static final Buffer END = Buffer.buffer();

    private final HttpServerRequest request;
    private final BlockingQueue<Buffer> arrived = new LinkedBlockingQueue<>();
    private Buffer current = END;
    private int read;
    private boolean started;
    private boolean ended;
    private volatile boolean broken;
    private volatile boolean closed;

    RequestBody(HttpServerRequest request) {
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (read == current.length()) {
            if (ended || !fill()) {
                return -1;
            }
        }
        int taken = Math.min(length, current.length() - read);
        current.getBytes(read, read + taken, into, from);
        read += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        start();
        demand(1);
        try {
            Buffer next = next();
            if (broken) {
                throw new IOException("the connection broke before the document had come whole");
            }
            ended = next == END;
            current = next;
            read = 0;
            return !ended;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service is stopping");
        }
    }

    private Buffer next() throws InterruptedException, InterruptedIOException {
        for (int second = 0; second < LONGEST_SILENCE; second++) {
            Buffer next = arrived.poll(1, TimeUnit.SECONDS);
            if (next != null) {
                return next;
            }
            if (request.response().closed()) {
                broken = true; // nobody is told before he listens, or while he asks for nothing
                return END;
            }
        }
        throw new InterruptedIOException("nothing more of the document came");
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        request.pause(); // the server lets a body flow as soon as somebody listens, whether or not it is read
        request.handler(buffer -> {
            if (!closed) {
                arrived.add(buffer);
            }
        });
        request.endHandler(end -> arrived.add(END));
        request.exceptionHandler(failure -> {
            broken = true;
            arrived.add(END);
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    /** Lets what was not read pass by, so that the sender gets to hear the answer. */
    @Override
    public void close() {
        closed = true;
        arrived.clear();
        demand(Long.MAX_VALUE);
    }

    private void demand(long buffers) {
        try {
            request.fetch(buffers);
        } catch (IllegalStateException ended) {
            // Its end has been told already, which may happen at any time.
            LOG.debug("The request was read to its end before more of it was asked for", ended);
        }
    }
}
