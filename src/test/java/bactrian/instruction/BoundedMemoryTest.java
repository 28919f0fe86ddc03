package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Change;
import bactrian.operation.Edit;
import bactrian.outcome.Problem;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million edits pass through a heap that could not hold them. */
class BoundedMemoryTest {
    private static final int MANY = 1_000_000;

    @Test
    void aMillionRowsAndAMillionIds(@TempDir Path folder) throws IOException, InterruptedException {
        Path csv = folder.resolve("rows.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write("id,gloss,litres\n");
            for (int i = 0; i < MANY; i++) {
                writer.write("task-" + i + "-8a9c-2e1d2f3b,true," + i % 100 + ".5\n");
            }
        }
        Path json = folder.resolve("ids.json");
        try (BufferedWriter writer = Files.newBufferedWriter(json)) {
            writer.write("[{\"ids\": [\"task-0\"");
            for (int i = 1; i < MANY; i++) {
                writer.write(",\n\"task-" + i + "-8a9c-2e1d2f3b\"");
            }
            writer.write("], \"values\": {\"gloss\": true}}]");
        }

        Process reader = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName(),
                        csv.toString(),
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();

        assertThat(reader.waitFor()).as(() -> said(folder)).isZero();
        assertThat(said(folder)).isEqualToIgnoringNewLines("1000000 edits, 100 changes\n1000000 edits, 1 changes\n");
    }

    private static String said(Path folder) {
        try {
            return Files.readString(new File(folder.toFile(), "said").toPath());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Reads the files named, in a process with a small heap. */
    static final class Reader implements EditSink {
        private final Set<Change> changes = Collections.newSetFromMap(new IdentityHashMap<>());
        private long edits;

        public static void main(String[] files) {
            for (String name : files) {
                Reader reader = new Reader();
                Document document = new Document(
                        Path.of(name),
                        Format.ofFileName(name).orElseThrow(),
                        Defaults.ofFolder(Path.of("house/paint")),
                        StandardCharsets.UTF_8,
                        ZoneOffset.UTC);
                Findings findings = Samples.instructions().read(document, reader);
                findings.problems().forEach(problem -> System.out.println(Transcript.line(problem)));
                System.out.println(reader.edits + " edits, " + reader.changes.size() + " changes");
            }
        }

        @Override
        public void edit(Edit edit) {
            edits++;
            changes.add(edit.change());
        }

        @Override
        public void invalid(long ordinal, Problem problem) {
            throw new IllegalStateException(problem.message());
        }
    }
}
