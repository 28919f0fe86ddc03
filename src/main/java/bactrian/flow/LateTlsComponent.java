package bactrian.flow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.LayeredConnectionSocketFactory;
import org.apache.hc.client5.http.socket.PlainConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Camel's HTTP component, but for one thing: it reads Java's root certificates with the first TLS connection and not with the
 * first endpoint, since that is a twentieth of a start and lanes have clients of their own.
 */
@SuppressWarnings("deprecation") // The component still speaks of socket factories.
final class LateTlsComponent extends HttpComponent {

    @Override
    protected Registry<ConnectionSocketFactory> createConnectionRegistry(
            HostnameVerifier hosts, @Nullable SSLContextParameters own, boolean systemProperties)
            throws GeneralSecurityException, IOException {
        if (own != null || systemProperties) {
            return super.createConnectionRegistry(hosts, own, systemProperties);
        }
        return RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", new LateTls(hosts))
                .build();
    }

    private static final class LateTls implements LayeredConnectionSocketFactory {
        private final HostnameVerifier hosts;
        private volatile @Nullable SSLConnectionSocketFactory made;

        LateTls(HostnameVerifier hosts) {
            this.hosts = hosts;
        }

        private SSLConnectionSocketFactory tls() {
            SSLConnectionSocketFactory ready = made;
            if (ready == null) {
                ready = new SSLConnectionSocketFactory(SSLContexts.createDefault(), hosts);
                made = ready;
            }
            return ready;
        }

        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return tls().createSocket(context);
        }

        @Override
        public Socket connectSocket(
                TimeValue timeout,
                Socket socket,
                HttpHost host,
                InetSocketAddress remote,
                InetSocketAddress local,
                HttpContext context)
                throws IOException {
            return tls().connectSocket(timeout, socket, host, remote, local, context);
        }

        @Override
        public Socket createLayeredSocket(Socket socket, String target, int port, HttpContext context)
                throws IOException {
            return tls().createLayeredSocket(socket, target, port, context);
        }
    }
}
