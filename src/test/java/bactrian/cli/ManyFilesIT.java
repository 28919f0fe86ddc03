package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many small files are dropped at once, in the memory that the launcher gives. {@code -P soak} drops 20 000. */
class ManyFilesIT extends ProgramAtHome {
    private static final int FILES = Integer.getInteger("bactrian.inbox.files", 400);
    private static final Duration LONGEST = Duration.ofSeconds(60 + FILES / 20);

    ManyFilesIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void eachBecomesOneJobThatEndsAndNoneIsTakenWhileItIsWritten() throws Exception {
        Path folder = Files.createDirectories(home.resolve("inbox/awork/setprio"));
        try (SlowWriter writer = SlowWriter.start(folder.resolve("slow.csv"))) {
            for (int file = 0; file < FILES; file++) {
                program.drop("awork/setprio/f" + file + ".csv", "id,isPrio\n" + task(file) + ",true\n");
            }
            Process service = program.start("run", "-Dbactrian.connections.awork.requests-per-second=5000");
            CompletableFuture<Program.Run> said =
                    CompletableFuture.supplyAsync(() -> Program.finish(service, 2 * LONGEST.toSeconds()));
            until("all but one", () -> program.resultFolders().size() >= FILES);
            long written = writer.end();
            until("all", () -> program.resultFolders().size() > FILES || writer.paused());
            boolean taken = !Files.exists(folder.resolve("slow.csv"));
            service.toHandle().destroy();

            assertThat(said.get().exitCode()).as(tail(said.get().err())).isZero();
            JsonNode jobs =
                    program.run("jobs", "--json", "--limit", "1000000").json().path("jobs");
            assertThat(jobs.findValuesAsText("source")).doesNotHaveDuplicates().hasSize(FILES + (taken ? 1 : 0));
            assertThat(jobs.findValuesAsText("state")).containsOnly("done");
            if (!writer.paused()) {
                assertThat(simulators.awork().journal().total()).isEqualTo(FILES + written);
                assertThat(rowsOf(jobs, "slow.csv")).isEqualTo(written);
            }
            assertThat(simulators.awork().journal().changes())
                    .extracting(change -> change.id())
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(FILES);
        }
    }

    private static long rowsOf(JsonNode jobs, String file) {
        for (JsonNode job : jobs) {
            if (job.path("source").asText().endsWith("/" + file)) {
                return job.path("rows").path("succeeded").asLong();
            }
        }
        return -1;
    }

    private static void until(String what, BooleanSupplier so) {
        long begin = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new AssertionError("never: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 2000));
    }

    private static String task(long number) {
        return String.format(Locale.ROOT, "a3f1c9e2-4b7d-4f8a-9c2e-%012d", number);
    }

    /** Somebody who writes a file bit by bit, without a name that begins with a dot. */
    private static final class SlowWriter extends Thread implements AutoCloseable {
        private static final long STEP = 100;
        /** A machine that keeps the writer waiting for so long makes its file look whole. */
        private static final long LONG_PAUSE = 700;

        private final Path file;
        private final Object turn = new Object();
        private boolean over;
        private long rows;
        private long longest;

        private SlowWriter(Path file) {
            super("slow writer");
            this.file = file;
        }

        static SlowWriter start(Path file) {
            SlowWriter writer = new SlowWriter(file);
            writer.setDaemon(true);
            writer.start();
            return writer;
        }

        @Override
        public void run() {
            try (var out = Files.newBufferedWriter(file)) {
                out.write("id,isPrio\n");
                long last = System.nanoTime();
                synchronized (turn) {
                    while (!over) {
                        String line = task(1_000_000 + rows) + ",true\n";
                        out.write(line, 0, 20); // half a row
                        out.flush();
                        turn.wait(STEP);
                        out.write(line, 20, line.length() - 20);
                        out.flush();
                        rows++;
                        longest = Math.max(longest, System.nanoTime() - last);
                        last = System.nanoTime();
                    }
                }
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /** @return how many rows it wrote */
        long end() throws InterruptedException {
            synchronized (turn) {
                over = true;
                turn.notifyAll();
            }
            join();
            return rows;
        }

        boolean paused() {
            synchronized (turn) {
                return longest > LONG_PAUSE * 1_000_000;
            }
        }

        @Override
        public void close() {
            try {
                end();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
