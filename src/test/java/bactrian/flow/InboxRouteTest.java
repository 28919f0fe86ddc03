package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.junit.jupiter.api.Test;

/** The shipped inbox and submit routes, with recording steps in place of the house behind them. */
@CamelMainTest(
        properties = {
            "camel.main.routesIncludePattern=file:routes/inbox.camel.yaml,file:routes/submit.camel.yaml,"
                    + "file:routes/faults.camel.yaml",
            "camel.main.jmxEnabled=false",
            "inbox.folder=replaced"
        },
        replaceRouteFromWith = "inbox=direct:dropped")
class InboxRouteTest {
    private static final String UNREADABLE = "unreadable";

    private final List<String> sources = new CopyOnWriteArrayList<>();
    private final List<Exception> faults = new CopyOnWriteArrayList<>();

    @BindToRegistry("receiveDocument")
    private final Processor receiveDocument = exchange -> {
        if (UNREADABLE.equals(exchange.getMessage().getBody(String.class))) {
            throw new IOException("the archive cannot be written");
        }
        sources.add(exchange.getVariable("source", String.class));
    };

    @BindToRegistry("reportFault")
    private final Processor reportFault =
            exchange -> faults.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));

    @Produce("direct:dropped")
    @SuppressWarnings("NullAway.Init") // Camel puts it in
    private ProducerTemplate inbox;

    @Test
    void aDroppedFileIsSubmittedUnderThePathItWasDroppedAt() {
        Exchange exchange = inbox.send(dropped("id,isPrio", "awork/setprio/prio.csv"));

        assertThat(exchange.getException()).isNull();
        assertThat(sources).containsExactly("inbox:awork/setprio/prio.csv");
        assertThat(faults).isEmpty();
    }

    @Test
    void aFileThatCannotBeStoredFailsSoThatItStaysInTheInbox() {
        Exchange exchange = inbox.send(dropped(UNREADABLE, "prio.csv"));

        assertThat(exchange.getException()).hasMessage("the archive cannot be written");
        assertThat(sources).isEmpty();
        assertThat(faults).hasSize(1);
    }

    private static Processor dropped(String body, String name) {
        return exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        };
    }
}
