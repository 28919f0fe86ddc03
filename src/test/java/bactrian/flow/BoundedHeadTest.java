package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.junit.jupiter.api.Test;

/** Heads of answers as hostile or broken servers send them. */
class BoundedHeadTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private long now;

    @Test
    void aHeadThatIsUsualIsRead() throws Exception {
        ClassicHttpResponse head = parse(OK + "X-A: b\r\n".repeat(1_000) + "\r\n", 0);

        assertThat(head.getCode()).isEqualTo(200);
        assertThat(head.getHeaders()).hasSize(1_000);
    }

    @Test
    void anEndlessLineIsRefused() {
        assertThatThrownBy(() -> parse(OK + "X-A: " + "b".repeat(1 << 17), 0))
                .isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void endlessHeadersAreRefused() {
        assertThatThrownBy(() -> parse(OK + "X-A: b\r\n".repeat(10_000), 0))
                .isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void oneThatComesByteByByteMayTakeAsLongAsAnAnswerMay() throws Exception {
        assertThat(parse(OK + "\r\n", 10).getCode()).isEqualTo(200);
        assertThatThrownBy(() -> parse(OK + "\r\n", 1_000)).isInstanceOf(SocketTimeoutException.class);
    }

    /** @param pause milliseconds from a byte to the next */
    private ClassicHttpResponse parse(String text, int pause) throws Exception {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                now += Duration.ofMillis(pause).toNanos();
                return super.read(into, from, pause == 0 ? length : 1);
            }
        };
        return head().parse(new SessionInputBufferImpl(1_024, BoundedHead.BOUNDS.getMaxLineLength()), bytes);
    }

    private BoundedHead head() {
        return new BoundedHead(BoundedHead.BOUNDS, Duration.ofSeconds(5), () -> now);
    }
}
