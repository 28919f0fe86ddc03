package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Connections;
import bactrian.operation.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that are taken anew where a provider refuses those before. */
class RenewalTest extends LaneAtWork {
    private static final Attempt REFUSED = answer(401, "");
    private static final String REFUSES = "The provider does not accept the credentials.";

    /** Empty text: a file that is not there. */
    private volatile String file = "";

    private final Secret token = Secret.of("old", () -> {
        if (file.isEmpty()) {
            throw new Secret.Unreadable("The file is not there.");
        }
        return file;
    });

    RenewalTest(@TempDir Path folder) {
        super(folder);
        lanes = lanes(
                Connections.of(List.of(FakeProvider.connection().secret(token).connection())));
    }

    @Test
    void whyNoneCouldBeHadIsNewsOnce() {
        Renewal renewal = new Renewal(List.of(token, Secret.of("constant")));

        assertThat(renewal.renew()).contains("The file is not there.");
        assertThat(renewal.renew()).isEmpty();
        assertThat(renewal.failure()).contains("The file is not there.");
        file = "new";
        assertThat(renewal.renew()).isEmpty();
        assertThat(renewal.failure()).isEmpty();
        file = "";
        assertThat(renewal.renew()).contains("The file is not there.");
    }

    @Test
    void theConnectionSaysWhyItIsProbedWithTheOldOnes() throws InterruptedException {
        job(FakeProvider.SET, 1);
        lane().next().orElseThrow().settle(REFUSED).await();

        probe(REFUSED);
        Optional<String> gone = why();
        file = "new";
        probe(REFUSED);
        Optional<String> wrong = why();
        probe(THERE);

        assertThat(gone).contains(REFUSES + " The file is not there.");
        assertThat(wrong).contains(REFUSES);
        assertThat(why()).isEmpty();
        assertThat(token.reveal()).isEqualTo("new");
    }

    private void probe(Attempt answer) throws InterruptedException {
        time.pass(Duration.ofMinutes(1));
        lease.renew();
        lane().next().orElseThrow().settle(answer).await();
    }

    private Optional<String> why() {
        return lane().state().trouble().map(trouble -> trouble.why());
    }
}
