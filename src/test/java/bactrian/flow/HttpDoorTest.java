package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.config.HttpSettings;
import bactrian.flow.Client.Answer;
import bactrian.operation.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in over HTTP, and how much. */
class HttpDoorTest {
    private static final String TYPE = "text/csv";

    private final Path root;

    HttpDoorTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void withATokenNobodyComesInWithoutIt() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.of(Secret.of("s3cret"))))) {
            Client client = new Client(gateway.http());

            assertThat(client.get("/api/jobs").status()).isEqualTo(401);
            assertThat(client.get("/api/jobs").header("WWW-Authenticate")).contains("Bearer");
            assertThat(client.get("/api/jobs/x/events").status()).isEqualTo(401);
            assertThat(client.get("/nothing").status()).isEqualTo(401);
            assertThat(client.get("/metrics").status()).isEqualTo(401);
            assertThat(client.get("/health").status()).isEqualTo(401);
            assertThat(client.get("/health/ready").status()).isEqualTo(200);
            assertThat(client.get("/").status()).isEqualTo(200);
            assertThat(client.upload("/api/jobs", TYPE, "id\n").status()).isEqualTo(401);
            assertThat(client.get("/api/jobs", "Authorization", "Bearer s3cret").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void onLoopbackNoPageFromElsewhereComesIn() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            Client client = new Client(gateway.http());

            assertThat(client.get("/api/jobs", "Origin", "http://evil.example").status())
                    .isEqualTo(403);
            assertThat(client.get("/api/jobs", "Sec-Fetch-Site", "cross-site").status())
                    .isEqualTo(403);
            // The client of the JDK would not send another host.
            assertThat(answer(gateway.http().getPort(), "GET /api/jobs", "Host: evil.example"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whatIsNoRequestThatCanBeReadIsAProblemLikeAnyOther() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            int port = gateway.http().getPort();

            assertThat(List.of("/api/jobs/%zz", "/api/jobs?state=%", "/%2/events"))
                    .allSatisfy(address -> assertThat(answer(port, "GET " + address, "Host: localhost"))
                            .startsWith("HTTP/1.1 400")
                            .containsIgnoringCase("application/problem+json")
                            .contains("write it as %25"));
            assertThat(answer(port, "OPTIONS *", "Host: localhost")).contains("The address has no path");
            assertThat(answer(port, "GET /api/jobs", "X: y")).contains("no Host header");
        }
    }

    /** A document of which most is still to come. */
    private static Socket beginUpload(RunningGateway gateway) throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.http().getPort());
        socket.getOutputStream()
                .write(("POST /api/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                + "Content-Length: 1000\r\n\r\nid,isPrio\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(int port, String asked, String header) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((asked + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void aPackedBodyIsRefused() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            Answer refused = new Client(gateway.http())
                    .send(
                            "POST",
                            "/api/jobs",
                            BodyPublishers.ofString("id\n"),
                            "Content-Type",
                            TYPE,
                            "Content-Encoding",
                            "gzip");

            assertThat(refused.status()).isEqualTo(415);
            assertThat(gateway.ledger().jobs().newest(1)).isEmpty();
        }
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedAndLeavesNothing() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            BodyPublisher endless = BodyPublishers.ofByteArrays(Collections.nCopies(17, new byte[1 << 16]));

            Answer refused = new Client(gateway.http()).upload("/api/jobs", TYPE, endless);

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.json().path("code").asText()).isEqualTo("too-large");
            assertThat(gateway.home().archive()).isEmptyDirectory();
            assertThat(gateway.ledger().jobs().newest(1)).isEmpty();
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            try (Socket unfinished = beginUpload(gateway)) {
                assertThat(unfinished.isConnected()).isTrue();
                RunningGateway.until(() -> gateway.home().archive().toFile().list() != null
                        && gateway.home().archive().toFile().list().length == 1);
            }

            RunningGateway.until(() -> gateway.home().archive().toFile().list().length == 0);
            assertThat(gateway.ledger().jobs().newest(1)).isEmpty();
        }
    }

    @Test
    void whoeverSendsDocumentsSlowlyKeepsNobodyElseWaiting() throws Exception {
        try (RunningGateway gateway = serve(GatewaySetup.anyPort(Optional.empty()))) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 100; i++) {
                    slow.add(beginUpload(gateway));
                }
                Client client = new Client(gateway.http());

                assertThat(client.get("/health").status()).isEqualTo(200);
                Answer refused = client.upload("/api/jobs", TYPE, "id\n");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).contains("1");
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            HttpSettings taken = new HttpSettings(
                    "127.0.0.1", other.getLocalPort(), Optional.empty(), Set.of(), GatewaySetup.LARGEST_UPLOAD);

            assertThatThrownBy(() -> serve(taken))
                    .isInstanceOf(GatewayBroken.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("BACTRIAN_HTTP_PORT");
        }
    }

    private RunningGateway serve(HttpSettings http) {
        return GatewaySetup.in(root).served(http).start();
    }
}
