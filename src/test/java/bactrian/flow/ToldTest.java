package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that operators copy from the examples, beside the shipped ones. */
class ToldTest extends GatewayAtWork {
    private static final JsonMapper JSON = new JsonMapper();

    ToldTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void aWebhookIsToldOfEveryJobAlsoWhereItFailsAtFirst() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        webhook.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            exchange.sendResponseHeaders(told.size() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        webhook.start();
        open(() -> webhook.stop(0));
        RunningGateway gateway = start(
                "10-tell-a-webhook",
                Map.of(
                        "routes.webhook.url",
                        "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook"));

        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\n");

        RunningGateway.until(() -> told.size() == 2);
        assertThat(told.get(1)).isEqualTo(told.get(0)).startsWith("POST application/json {");
        JsonNode summary = JSON.readTree(told.get(1).substring(told.get(1).indexOf('{')));
        assertThat(summary.path("state").asText()).isEqualTo("done");
        assertThat(summary.path("source").asText()).isEqualTo("inbox:awork/setprio/prio.csv");
        assertThat(summary.path("rows").path("succeeded").asInt()).isEqualTo(1);
        RunningGateway.until(() -> !gateway.ledger().tellings().hasDue("webhook"));
    }

    @Test
    void aWebhookIsToldOfWhatWasRefusedWhole() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        webhook.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        open(() -> webhook.stop(0));
        RunningGateway gateway = start(
                "10-tell-a-webhook",
                Map.of(
                        "routes.webhook.url",
                        "http://127.0.0.1:" + webhook.getAddress().getPort()));

        gateway.drop("awork/setprio/wrong.csv", "id,colour\n" + TASK + "0,red\n");

        RunningGateway.until(() -> told.size() == 1);
        JsonNode summary = JSON.readTree(told.get(0));
        assertThat(summary.path("state").asText()).isEqualTo("rejected");
        assertThat(summary.path("problem").path("code").asText()).isEqualTo("unknown-column");
    }

    @Test
    void aMailSaysWhatBecameOfAJob() throws Exception {
        GreenMail server = mailServer();
        RunningGateway gateway = start(
                "11-tell-by-mail",
                Map.of(
                        "routes.mail.server",
                                "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                        "routes.mail.user", "bactrian",
                        "routes.mail.password", "open+sesame",
                        "routes.mail.from", "bactrian@example.org",
                        "routes.mail.to", "team@example.org"));

        gateway.drop("awork/setprio/prio.csv", "id,isPrio\n" + TASK + "0,true\nwrong,true\n");

        RunningGateway.until(() -> server.getReceivedMessages().length == 1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).matches("Bactrian: job \\S+-prio-\\w+ is done");
        assertThat(mail.getAllRecipients()[0]).hasToString("team@example.org");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("from inbox:awork/setprio/prio.csv is done")
                .contains("2 total, 1 succeeded, 1 failed")
                .contains("invalid-value: 1");
    }

    @Test
    void aSourceOnAnotherComponentSubmitsOnceWhateverIsDeliveredTwice() throws Exception {
        GreenMail server = mailServer();
        RunningGateway gateway = start(
                "12-instructions-by-mail",
                Map.of(
                        "routes.instructions.mailbox",
                                "imap://127.0.0.1:" + server.getImap().getPort(),
                        "routes.instructions.user", "bactrian",
                        "routes.instructions.password", "open+sesame"));

        var mail = GreenMailUtil.createTextEmail(
                "bactrian@example.org",
                "alice@example.org",
                "Please",
                "{\"provider\": \"awork\", \"operation\": \"setprio\", \"ids\": [\"" + TASK
                        + "0\"], \"values\": {\"isPrio\": true}}",
                server.getSmtp().getServerSetup());
        mail.saveChanges();
        server.getUserManager().getUserByEmail("bactrian@example.org").deliver(mail);
        server.getUserManager().getUserByEmail("bactrian@example.org").deliver(mail);

        assertThat(gateway.end().tally().succeeded()).isEqualTo(1);
        RunningGateway.until(() -> server.getReceivedMessages().length == 0);
        assertThat(gateway.ledger().jobs().newest(9))
                .singleElement()
                .extracting(job -> job.arrival().source())
                .isEqualTo("mail:alice@example.org");
    }

    private GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        open(server::stop);
        server.setUser("bactrian@example.org", "bactrian", "open+sesame");
        return server;
    }

    /** The shipped routes and those of an example, as an operator has them. */
    private RunningGateway start(String example, Map<String, String> settings) throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        for (Path from : List.of(GatewaySetup.SHIPPED_ROUTES, Path.of("examples", example))) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".camel.yaml"))
                        .toList()) {
                    Files.copy(file, routes.resolve(file.getFileName()));
                }
            }
        }
        assertThat(RouteFiles.in(routes).check()).isEmpty();
        return start(setup().routes(routes, settings));
    }
}
