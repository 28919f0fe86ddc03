package bactrian.cli.bench;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The HTTP client that Bactrian sends with, with nothing round it. */
final class BareClient {
    private final CloseableHttpClient client;
    private final String url;

    BareClient(String url, int connections) {
        this.url = url;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }

    void send(String method, String path, String body) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, java.net.URI.create(url + path));
        request.setHeader("Authorization", "Bearer token");
        if (!body.isEmpty()) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        int status = client.execute(request, answer -> {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        });
        if (status / 100 != 2) {
            throw new IOException("The stand-in answered " + status + ".");
        }
    }
}
