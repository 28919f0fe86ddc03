package bactrian.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the service listens, to whom, and how much it takes. */
class ListeningTest extends WrittenSettings {

    @Test
    void theServiceListensOnThisMachineOnlyUnlessToldOtherwise() throws Exception {
        HttpSettings http = load(Map.of()).http();

        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.token()).isEmpty();
        assertThat(http.loopback()).isTrue();
    }

    @Test
    void whereTheServiceListensCanBeSaid() throws Exception {
        HttpSettings http = load(Map.of(
                        "bactrian.http.host", "0.0.0.0",
                        "bactrian.http.port", "0",
                        "bactrian.http.token", "s3cret",
                        "bactrian.http.hosts", "Gate.example, other.example",
                        "bactrian.http.max-upload", "3MB"))
                .http();

        assertThat(http.loopback()).isFalse();
        assertThat(http.port()).isZero();
        assertThat(http.token()).isPresent();
        assertThat(http.hosts()).containsExactlyInAnyOrder("gate.example", "other.example");
        assertThat(http.maxUpload()).isEqualTo(3L << 20);
    }

    @Test
    void nobodyListensToOthersWithoutAToken() throws Exception {
        assertThat(flaws(Map.of("bactrian.http.host", "0.0.0.0")))
                .extracting(Flaw::toString)
                .singleElement(as(STRING))
                .contains("bactrian.http.host is 0.0.0.0", "BACTRIAN_HTTP_TOKEN");
    }

    @Test
    void portsAndSizesAreChecked() throws Exception {
        assertThat(flaws(Map.of(
                        "bactrian.http.port", "65536",
                        "bactrian.http.max-upload", "much",
                        "bactrian.inbox.max-file", "0",
                        "bactrian.queue.max-message", "2GB")))
                .hasSize(4);
    }

    @Test
    void howLargeFilesAndMessagesMayBeCanBeSaid() throws Exception {
        Settings usual = load(Map.of());
        Settings said = load(Map.of("bactrian.inbox.max-file", "2GB", "bactrian.queue.max-message", "500KB"));

        assertThat(usual.largestFile()).isEmpty();
        assertThat(usual.queue().largest()).isEqualTo(32L << 20);
        assertThat(said.largestFile()).hasValue(2L << 30);
        assertThat(said.queue().largest()).isEqualTo(500L << 10);
    }
}
