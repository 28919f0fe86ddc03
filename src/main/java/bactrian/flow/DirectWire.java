package bactrian.flow;

import bactrian.dispatch.Attempt;
import bactrian.dispatch.Attempt.Answered;
import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Wire;
import bactrian.operation.Connection;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import bactrian.provider.Reply;
import bactrian.provider.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Sends questions outside any lane by the same client as the lanes': once, never in silence again. */
public final class DirectWire implements Wire {
    private final HttpClient client;
    private final URI base;

    /** @param proxy an HTTP proxy */
    public DirectWire(Connection connection, Provider provider, Optional<URI> proxy) {
        this.base = connection.baseUrl();
        this.client = ProviderClient.client(
                connection.limits(),
                () -> true,
                () -> provider.dialect(connection).authorization(),
                proxy);
    }

    /** Questions over connections, within the rates of these lanes. */
    public static Function<Connection, Inquiry> inquiries(Lanes lanes, Providers providers, Optional<URI> proxy) {
        Map<String, Inquiry> known = new ConcurrentHashMap<>();
        return connection -> known.computeIfAbsent(connection.name(), name -> {
            Provider provider = providers.find(connection.provider()).orElseThrow();
            return lanes.inquiry(name, new DirectWire(connection, provider, proxy))
                    .orElseThrow();
        });
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
