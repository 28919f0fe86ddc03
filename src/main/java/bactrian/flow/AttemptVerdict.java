package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Attempt.Loss;
import bactrian.dispatch.Attempt.Lost;
import bactrian.dispatch.Attempt.NeverSent;
import bactrian.outcome.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;

/** Says of a request that fails whether it had left, and bounds what may come back. */
final class AttemptVerdict implements ExecChainHandler {
    private final Duration responseTimeout;

    AttemptVerdict(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new BoundedAnswer(entity, responseTimeout, scope.execRuntime));
            }
            return response;
        } catch (HttpException nonsense) {
            throw verdict(scope, new IOException("The answer is not HTTP: " + nonsense.getMessage(), nonsense));
        } catch (NotPermitted unsent) {
            throw unsent;
        } catch (IOException failure) {
            throw verdict(scope, failure);
        }
    }

    private static RequestFailed verdict(ExecChain.Scope scope, IOException failure) {
        Attempt attempt = LastStep.passed(scope.clientContext)
                ? lost(failure)
                : new NeverSent(
                        "No connection to " + scope.route.getTargetHost().toHostString() + ": " + what(failure));
        return new RequestFailed(attempt, failure);
    }

    /** What an answer that stops in the middle, or never starts, comes to. */
    static Lost lost(IOException failure) {
        return failure instanceof InterruptedIOException
                ? new Lost(Loss.TIMEOUT, "The provider did not answer in time.")
                : new Lost(Loss.BROKEN, "The answer was lost: " + what(failure));
    }

    private static String what(IOException failure) {
        return (failure instanceof UnknownHostException ? "unknown host " : "") + Sentence.of(failure);
    }
}
