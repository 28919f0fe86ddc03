package bactrian.flow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** The body of an answer, neither endlessly long nor endlessly slow. */
final class BoundedAnswer extends HttpEntityWrapper {
    private static final int MAX_BYTES = 64 << 20;
    private final Duration timeout;
    private final ExecRuntime connection;

    BoundedAnswer(HttpEntity body, Duration timeout, ExecRuntime connection) {
        super(body);
        this.timeout = timeout;
        this.connection = connection;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Bounded(super.getContent(), Deadline.in(timeout, System::nanoTime), connection);
    }

    private static final class Bounded extends FilterInputStream {
        private final Deadline deadline;
        private final ExecRuntime connection;
        private long left = MAX_BYTES;

        Bounded(InputStream body, Deadline deadline, ExecRuntime connection) {
            super(body);
            this.deadline = deadline;
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int read = super.read(into, from, length);
                left -= Math.max(read, 0);
                if (left < 0) {
                    throw new IOException("it is longer than " + MAX_BYTES + " bytes");
                }
                deadline.check();
                return read;
            } catch (IOException broken) {
                connection.discardEndpoint(); // else closing reads on to an end that may never come
                throw new RequestFailed(AttemptVerdict.lost(broken), broken);
            }
        }
    }
}
