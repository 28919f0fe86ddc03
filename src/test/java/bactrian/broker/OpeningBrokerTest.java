package bactrian.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningBrokerTest {
    private final Path folder;

    OpeningBrokerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whoTakesItHasItOpen() {
        Broker broker;
        try (OpeningBroker opening = OpeningBroker.begin(QueuePlace.embedded(), folder)) {
            broker = opening.take().orElseThrow();
        }

        try (broker) {
            assertThat(broker.state().up()).isTrue();
        }
    }

    @Test
    void oneThatNobodyTookIsClosed() {
        OpeningBroker.begin(QueuePlace.embedded(), folder).close();

        // Two at once cannot have one folder.
        try (Broker next = Broker.open(QueuePlace.embedded(), folder)) {
            assertThat(next.state().up()).isTrue();
        }
    }

    @Test
    void whatIsWrongIsSaidToWhoTakesIt() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));

        try (OpeningBroker opening = OpeningBroker.begin(QueuePlace.embedded(), file)) {
            assertThatThrownBy(opening::take)
                    .isInstanceOf(BrokerUnavailable.class)
                    .hasMessageContaining("a file");
        }
    }

    @Test
    void oneThatNobodyTookMayHaveFailed() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));

        OpeningBroker.begin(QueuePlace.embedded(), file).close();
    }

    @Test
    void thereMayBeNone() {
        try (OpeningBroker opening = OpeningBroker.none()) {
            assertThat(opening.take()).isEmpty();
        }
    }
}
