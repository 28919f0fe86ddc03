package bactrian.schedule;

import bactrian.instruction.Format;
import bactrian.operation.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A web address that answers with CSV or JSON. The answer goes straight to a file. */
final class WebSource {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 1L << 30;
    private static final int BUFFER = 1 << 16;

    private final HttpClient client;

    /** @param proxy for all but addresses of this machine */
    WebSource(Optional<URI> proxy) {
        // Redirects are not followed: the client would take the credentials along, wherever they lead.
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        proxy.ifPresent(through ->
                builder.proxy(ProxySelector.of(new InetSocketAddress(through.getHost(), through.getPort()))));
        this.client = builder.build();
    }

    Fetched fetch(URI address, Optional<Secret> authorization, Optional<String> format, Path folder)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "text/csv, application/x-ndjson, application/json;q=0.9")
                .header("User-Agent", "Bactrian");
        authorization.ifPresent(secret -> request.header("Authorization", secret.reveal()));
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(where(address) + " answered " + answer.statusCode()
                        + answer.headers()
                                .firstValue("Location")
                                .map(to -> " and leads elsewhere; name that address itself")
                                .orElse("")
                        + ".");
            }
            Format found = format(address, format, answer)
                    .orElseThrow(() -> new IOException(where(address)
                            + " does not say whether it is CSV or JSON. Add the parameter format to the schedule."));
            Path file = folder.resolve("snapshot." + found.word());
            copy(body, file, address);
            return new Fetched(file, file.getFileName().toString(), found);
        }
    }

    private static Optional<Format> format(URI address, Optional<String> said, HttpResponse<?> answer) {
        return said.map(Format::ofWord)
                .or(() -> answer.headers().firstValue("Content-Type").flatMap(Format::ofMediaType))
                .or(() -> Optional.ofNullable(address.getPath()).flatMap(Format::ofFileName));
    }

    private static void copy(InputStream body, Path file, URI address) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new IOException(where(address) + " answered with more than " + MOST_BYTES + " bytes.");
                }
                to.write(buffer, 0, read);
            }
        }
    }

    /** The query may hold a credential. */
    private static String where(URI address) {
        return address.getScheme() + "://" + address.getAuthority()
                + Optional.ofNullable(address.getPath()).orElse("");
    }
}
