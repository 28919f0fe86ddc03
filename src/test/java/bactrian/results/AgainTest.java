package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.instruction.Format;
import bactrian.outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed and unknown edits put together again, also where somebody has been at the files. */
class AgainTest {
    private static final Set<Status> BOTH = EnumSet.of(Status.FAILED, Status.UNKNOWN);

    private final Path results;
    private final Path scratch;

    AgainTest(@TempDir Path results, @TempDir Path scratch) {
        this.results = results;
        this.scratch = scratch;
    }

    @BeforeEach
    void endedJob() throws IOException {
        write("results.csv", "id,_row,_status", "a,1,failed", "b,2,unknown", "c,3,succeeded", "d,4,failed");
        write("failed.csv", "id", "a", "d");
        write("unknown.csv", "id", "b");
        write("results.ndjson", line(1, "failed"), line(2, "unknown"), line(3, "failed"));
        write("failed.ndjson", "{\"ids\":[1]}", "{\"ids\":[3]}");
        write("unknown.ndjson", "{\"ids\":[2]}");
    }

    @Test
    void theyStandInTheOrderOfTheFirstTime() throws IOException {
        assertThat(again(Format.CSV)).containsExactly("id", "a", "b", "d");
        assertThat(again(Format.JSON)).containsExactly("{\"ids\":[1]}", "{\"ids\":[2]}", "{\"ids\":[3]}");
    }

    @Test
    void whatSomebodyTookOutStaysOutAndWhatHePutInComesLast() throws IOException {
        write("failed.csv", "id", "a");
        write("unknown.csv", "id", "b", "x");
        write("failed.ndjson", "{\"ids\":[1]}");
        write("unknown.ndjson", "{\"ids\":[2]}", "{\"ids\":[9]}");

        assertThat(again(Format.CSV)).containsExactly("id", "a", "b", "x");
        assertThat(again(Format.JSON)).containsExactly("{\"ids\":[1]}", "{\"ids\":[2]}", "{\"ids\":[9]}");
    }

    @Test
    void tablesThatDoNotFitAnyMoreAreNotPutTogether() throws IOException {
        write("failed.csv", "id,isPrio", "a,true");

        assertThatThrownBy(() -> again(Format.CSV))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("apply them one by one");
    }

    private List<String> again(Format format) throws IOException {
        Path document = new Again(results, format).document(BOTH, scratch).orElseThrow();
        return Files.readAllLines(document);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(results.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String line(int row, String status) {
        return "{\"row\":" + row + ",\"status\":\"" + status + "\"}";
    }
}
