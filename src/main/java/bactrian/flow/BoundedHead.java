package bactrian.flow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.impl.io.LenientHttpResponseParser;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * The status line and the headers of an answer, neither endlessly long nor endlessly slow: they may take as long as the
 * answer may be waited for, once more. By itself the client reads on as long as a byte comes now and then.
 */
final class BoundedHead extends LenientHttpResponseParser {
    /** What no honest server comes near; all headers together are then held in memory. */
    static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(1 << 16)
            .setMaxHeaderCount(2_000)
            .build();

    private final Duration timeout;
    private final LongSupplier nanos;

    BoundedHead(Http1Config bounds, Duration timeout, LongSupplier nanos) {
        super(bounds);
        this.timeout = timeout;
        this.nanos = nanos;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream answer) throws IOException, HttpException {
        return super.parse(buffer, new Timed(answer));
    }

    /** The time runs from the first byte; until then the socket's own time-out holds. */
    private final class Timed extends FilterInputStream {
        private Optional<Deadline> deadline = Optional.empty();

        Timed(InputStream answer) {
            super(answer);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (deadline.isPresent()) {
                deadline.get().check();
            } else {
                deadline = Optional.of(Deadline.in(timeout, nanos));
            }
            return read;
        }
    }
}
