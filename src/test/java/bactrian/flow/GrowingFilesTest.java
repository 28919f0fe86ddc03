package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped inbox looks into a real folder, in a time that passes when the test says so, and a step notes what it takes. */
class GrowingFilesTest {
    private static final String NAME = "prio.csv";

    private final Path folder;
    private final Main main = new Main();
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeItIsRemoved = () -> {};

    GrowingFilesTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        WholeFiles files = new WholeFiles(this::time);
        main.configure()
                .withJmxEnabled(false)
                .withRoutesIncludePattern(
                        "file:routes/inbox.camel.yaml,file:routes/submit.camel.yaml,file:routes/faults.camel.yaml");
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty("inbox.folder", folder.toString());
        main.bind("inboxFilter", new InboxFilter(OptionalLong.empty()));
        main.bind("inboxFiles", new InboxFiles(files));
        main.bind("inboxRounds", files.rounds());
        main.bind("receiveDocument", (Processor) exchange -> {
            taken.add(exchange.getMessage().getBody(String.class));
            beforeItIsRemoved.run();
        });
        main.bind("reportFault", (Processor) exchange -> {});
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aFileThatIsBeingWrittenIsNotTaken() throws Exception {
        StringBuilder text = new StringBuilder("id,isPrio\n");
        for (int row = 0; row < 6; row++) {
            text.append(row).append(",true\n");
            Files.writeString(folder.resolve(NAME), text);
            awaitLookAt(1);
            // A look notes its time first, so it may seem older than the size it finds, but by this step only.
            pass(WholeFiles.QUIET.toNanos() / 3);
        }
        List<String> meanwhile = List.copyOf(taken);

        pass(WholeFiles.QUIET.toNanos());
        awaitTaken(1);

        assertThat(meanwhile).isEmpty();
        assertThat(taken).containsExactly(text.toString());
        assertThat(folder.resolve(NAME)).doesNotExist();
    }

    @Test
    void manyFilesDoNotWaitForEachOther() throws Exception {
        int many = 300;
        for (int file = 0; file < many; file++) {
            Path part = Files.writeString(folder.resolve(".part"), "id\n" + file + "\n");
            Files.move(part, folder.resolve(file + ".csv"));
        }
        awaitLookAt(many);

        pass(WholeFiles.QUIET.toNanos());
        awaitTaken(many);

        assertThat(taken).hasSize(many).doesNotHaveDuplicates();
    }

    @Test
    void noFileWaitsForOneThatCannotBeRemoved() throws Exception {
        List<Long> times = new CopyOnWriteArrayList<>();
        beforeItIsRemoved = () -> {
            times.add(System.nanoTime());
            cannotBeRemoved(folder.resolve(NAME));
        };
        Files.writeString(folder.resolve(NAME), "id\n1\n");
        Files.writeString(folder.resolve("z.csv"), "id\n2\n");
        awaitLookAt(2);

        pass(WholeFiles.QUIET.toNanos());
        RunningGateway.until(() -> taken.size() == 2);

        assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
                .as("Camel by itself would try for nine seconds")
                .isLessThan(Duration.ofSeconds(8));
    }

    /** Not even by a user who may do anything. */
    private static void cannotBeRemoved(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file.resolve("child"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private long time() {
        asked.incrementAndGet();
        return now.get();
    }

    private void pass(long nanos) {
        now.addAndGet(nanos);
    }

    /** Until a round that began after this was called is over: each asks for the time once, and once more for each file. */
    private void awaitLookAt(int files) throws InterruptedException {
        long before = asked.get();
        RunningGateway.until(() -> asked.get() > before + 2L * (1 + files));
    }

    private void awaitTaken(int files) throws InterruptedException {
        RunningGateway.until(() -> taken.size() == files && isEmpty());
    }

    private boolean isEmpty() {
        String[] left = folder.toFile().list();
        return left != null && left.length == 0;
    }
}
