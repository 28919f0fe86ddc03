package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.mapping.MappingFile;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.provider.Providers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved plan is applied only where it still means what it meant. */
class SavedPlanTest {
    private static final String INSTRUCTION = "{\"ids\":[\"task_1\"],\"values\":{\"text\":\"new\"}}";
    private static final Catalogue CATALOGUE = Providers.shipped().catalogue();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesBackWhatWasSaved() throws Exception {
        SavedPlan plan = SavedPlan.open(saved());

        plan.requireBindings(CATALOGUE, over("https://close.test/api/v1", "another-key"));
        Path instruction = folder.resolve("copy");
        plan.document(instruction, StandardCharsets.UTF_8, ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        SavedPlan.edits(plan.file(), line -> lines.add(line.toString()));

        assertThat(instruction).hasContent(INSTRUCTION);
        assertThat(plan.fileName()).isEqualTo("tasks.json");
        assertThat(plan.format()).isEqualTo(Format.JSON);
        assertThat(plan.defaults().operation()).contains("update-task");
        assertThat(lines).singleElement().asString().contains("\"row\":1", "\"state\":\"change\"");
    }

    @Test
    void carriesTheMappingThatItWasReadThrough() throws Exception {
        MappingFile mapping = new MappingFile("tasks", "provider: close\noperation: update-task\n");
        Path instruction = Files.writeString(folder.resolve("tasks.csv"), "Id,Text\ntask_1,new\n");
        Document document = new Document(instruction, Format.CSV, Defaults.NONE, StandardCharsets.UTF_8, ZoneOffset.UTC)
                .mapped(mapping);
        Path file = folder.resolve("mapped.plan");
        SavedPlan.write(
                file, document, "tasks.csv", CATALOGUE, over("https://close.test", "key"), Instant.EPOCH, sink -> {});

        Document again = SavedPlan.open(file).document(folder.resolve("copy"), StandardCharsets.UTF_8, ZoneOffset.UTC);

        assertThat(again.mapping()).contains(mapping);
        assertThat(again.defaults()).isEqualTo(document.defaults());
    }

    @Test
    void isRefusedWhenTheConnectionLeadsElsewhere() throws Exception {
        SavedPlan plan = SavedPlan.open(saved());

        assertThatThrownBy(() -> plan.requireBindings(CATALOGUE, over("https://elsewhere.test/api/v1", "key")))
                .isInstanceOf(BadPlan.class)
                .hasMessageContainingAll("https://close.test/api/v1", "https://elsewhere.test/api/v1");
        assertThatThrownBy(() -> plan.requireBindings(CATALOGUE, Connections.of(List.of())))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("not configured any more");
    }

    @Test
    void isRefusedWhenItsInstructionWasChanged() throws Exception {
        Path file = saved();
        write(file, "instruction", INSTRUCTION.replace("task_1", "task_2"));
        SavedPlan plan = SavedPlan.open(file);

        assertThatThrownBy(() -> plan.requireBindings(CATALOGUE, over("https://close.test/api/v1", "key")))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("was changed after it was saved");
    }

    @Test
    void isRefusedWithAnotherCatalogueOrForm() throws Exception {
        Path file = saved();
        String about = SavedPlan.open(file).about().toString();
        write(file, "plan.json", about.replace(CATALOGUE.version(), "another"));
        SavedPlan plan = SavedPlan.open(file);

        assertThatThrownBy(() -> plan.requireBindings(CATALOGUE, over("https://close.test/api/v1", "key")))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("catalogue");
        write(file, "plan.json", about.replace("\"form\":1", "\"form\":2"));
        assertThatThrownBy(() -> SavedPlan.open(file)).isInstanceOf(BadPlan.class);
    }

    @Test
    void whatIsNoPlanIsSaidToBeNone() throws IOException {
        Path file = Files.writeString(folder.resolve("none.plan"), "id,text\n");

        assertThatThrownBy(() -> SavedPlan.open(file))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("not a saved plan");
    }

    private Path saved() throws IOException {
        Path instruction = Files.writeString(folder.resolve("tasks.json"), INSTRUCTION);
        Defaults defaults = new Defaults(Optional.of("close"), Optional.of("update-task"), Optional.empty());
        Path file = folder.resolve("tasks.plan");
        SavedPlan.write(
                file,
                new Document(instruction, Format.JSON, defaults, StandardCharsets.UTF_8, ZoneOffset.UTC),
                "tasks.json",
                CATALOGUE,
                over("https://close.test/api/v1", "key"),
                Instant.EPOCH,
                sink -> sink.take(Compared.line(0, Compared.State.CHANGE).put("connection", "close")));
        return file;
    }

    private static Connections over(String url, String key) {
        return Connections.of(List.of(new Connection(
                "close", "close", URI.create(url), Map.of("api-key", Secret.of(key)), Map.of(), Limits.at(10))));
    }

    private static void write(Path file, String entry, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath(entry), text);
        }
    }
}
