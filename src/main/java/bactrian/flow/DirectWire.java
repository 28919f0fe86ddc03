package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Wire;
import bactrian.operation.Connection;
import bactrian.provider.Provider;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Sends questions outside any lane by the same client as the lanes': once, never in silence again. */
final class DirectWire implements Wire {
    private final HttpClient client;
    private final URI base;

    /** @param proxy an HTTP proxy */
    DirectWire(Connection connection, Provider provider, Optional<URI> proxy) {
        this.base = connection.baseUrl();
        this.client = ProviderClient.client(
                connection.limits(),
                () -> true,
                () -> provider.dialect(connection).authorization(),
                proxy);
    }

    @Override
    public Attempt send(Request request) {
        var sent = new BasicClassicHttpRequest(request.method(), URI.create(base + request.path()));
        request.headers().forEach(sent::setHeader);
        request.body().ifPresent(body -> sent.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON)));
        try {
            return client.execute(sent, DirectWire::answered);
        } catch (RequestFailed failed) {
            return failed.attempt();
        } catch (IOException broken) {
            return AttemptVerdict.lost(broken);
        }
    }

    private static Answered answered(ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = Arrays.stream(response.getHeaders())
                .collect(Collectors.groupingBy(
                        header -> header.getName(),
                        Collectors.mapping(header -> header.getValue(), Collectors.toList())));
        HttpEntity entity = response.getEntity();
        String body = entity == null
                ? ""
                : AnswerText.of(EntityUtils.toByteArray(entity), Optional.ofNullable(entity.getContentType()));
        return new Answered(new Reply(response.getCode(), headers, body));
    }
}
