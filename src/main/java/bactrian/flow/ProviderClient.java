package bactrian.flow;

import bactrian.dispatch.Lane;
import bactrian.operation.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.CookieSpecFactory;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of one lane. It sends what it is told once: no repeats of its own, no redirects, no cookies. TLS
 * certificates and host names are always verified.
 */
final class ProviderClient {
    /** A connection that was idle for longer is looked at before it is used: a lost answer costs more than a look. */
    private static final TimeValue IDLE = TimeValue.ofMilliseconds(200);

    private ProviderClient() {}

    /** Made with the first connection that asks for it: reading Java's root certificates takes longer than all the rest. */
    private static final class Tls {
        private static final TlsSocketStrategy ONE = DefaultClientTlsStrategy.createDefault();

        static SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
                throws IOException {
            return ONE.upgrade(socket, host, port, attachment, context);
        }
    }

    static void bind(Main main, Lane lane, Optional<URI> proxy) {
        main.bind(name(lane), client(lane.connection().limits(), lane::maySend, lane::authorization, proxy));
    }

    /** Where a lane's requests go: its base URL, to which each adds a path. */
    static String endpoint(Lane lane) {
        return lane.connection().baseUrl() + "?httpClient=#bean:" + name(lane)
                + "&throwExceptionOnFailure=false&copyHeaders=false&contentTypeCharsetEnabled=false";
    }

    private static String name(Lane lane) {
        return "client-" + lane.connection().name();
    }

    static HttpClient client(
            Limits limits,
            LastStep.Permission maySend,
            Supplier<Map<String, String>> authorization,
            Optional<URI> proxy) {
        Timeout connect = Timeout.of(limits.connectTimeout());
        Timeout response = Timeout.of(limits.responseTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(Tls::upgrade)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(BoundedHead.BOUNDS)
                        .responseParserFactory(
                                bounds -> new BoundedHead(bounds, limits.responseTimeout(), System::nanoTime))
                        .build())
                .setMaxConnTotal(limits.maxConcurrentCalls())
                .setMaxConnPerRoute(limits.maxConcurrentCalls())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(IDLE)
                        .build())
                .build();
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(response)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("Bactrian")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // There are no cookies; their rules by default bring a list of all domains, a hundredth of a start.
                .setDefaultCookieSpecRegistry(
                        RegistryBuilder.<CookieSpecFactory>create().build())
                .addExecInterceptorFirst("verdict", new AttemptVerdict(limits.responseTimeout()))
                .addExecInterceptorLast("credentials", new LastStep(maySend, authorization));
        proxy.ifPresent(through -> client.setProxy(HttpHost.create(through)));
        return client.build();
    }
}
