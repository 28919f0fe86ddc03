package bactrian.flow;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Runs when the connection stands and nothing was written yet: asks whether it may still be sent, puts on the credentials and notes that it is sent now. */
final class LastStep implements ExecChainHandler {
    private static final String SENT = "bactrian.sent";

    /** May wait a moment before it says so. */
    interface Permission {
        boolean granted() throws InterruptedException;
    }

    private final Permission maySend;
    private final Supplier<Map<String, String>> authorization;

    LastStep(Permission maySend, Supplier<Map<String, String>> authorization) {
        this.maySend = maySend;
        this.authorization = authorization;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!isPermitted()) {
            throw new NotPermitted();
        }
        authorization.get().forEach(request::setHeader);
        scope.clientContext.setAttribute(SENT, Boolean.TRUE);
        return chain.proceed(request, scope);
    }

    private boolean isPermitted() throws NotPermitted {
        try {
            return maySend.granted();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotPermitted();
        }
    }

    /** Whether the request of this context may have left. */
    static boolean passed(HttpContext context) {
        return context.getAttribute(SENT) != null;
    }
}
