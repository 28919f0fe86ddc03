package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.dispatch.ShelfProvider;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.Instructions;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import bactrian.proof.Compared.State;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each edit of a document would change. */
class ComparingTest {

    @TempDir
    private Path folder = Path.of("");

    private final ShelfProvider shelf = new ShelfProvider();

    @Test
    void everyEditIsHeldAgainstItsTarget() throws Exception {
        shelf.put("cup", "old");
        shelf.put("jug", "new");
        shelf.put("pot", "old");

        try (Comparison found = compare(
                """
                operation,id,text
                set,cup,new
                set,jug,new
                set,vase,new
                set,,new
                hide,pot,new
                take,pot,
                """)) {
            assertThat(lines(found))
                    .extracting(line ->
                            line.path("row").asText() + " " + line.path("state").asText() + " " + line.path("changes"))
                    .containsExactly(
                            "1 change [{\"field\":\"text\",\"before\":\"old\",\"after\":\"new\"}]",
                            "2 unchanged []",
                            "3 missing ",
                            "4 invalid ",
                            "5 unread ",
                            "6 change []");
            assertThat(found.count(State.CHANGE)).isEqualTo(2);
            assertThat(found.irreversible()).singleElement().satisfies(kind -> assertThat(kind.sentence())
                    .isEqualTo("1 edit of shelf take cannot be undone: It is gone."));
        }
    }

    @Test
    void aLaterEditOfATargetIsHeldAgainstWhatTheEarlierLeaves() throws Exception {
        shelf.put("cup", "a");

        try (Comparison found = compare(
                """
                operation,id,text
                set,cup,b
                set,cup,a
                set,cup,a
                take,cup,
                set,cup,c
                """)) {
            List<ObjectNode> lines = lines(found);
            assertThat(lines)
                    .extracting(line -> line.at("/before/text").asText())
                    .containsExactly("a", "b", "a", "a", "");
            assertThat(lines)
                    .extracting(line -> line.path("state").asText())
                    // The third would set what is there by then; it is sent all the same, should the second fail.
                    .containsExactly("change", "change", "change", "change", "missing");
        }
    }

    @Test
    void everyTargetIsAskedForOnceInQuestionsAsLargeAsTheProviderAllows() throws Exception {
        String rows = IntStream.range(0, 1_001)
                .mapToObj(row -> "set,thing_" + row % 501 + ",new\n")
                .collect(Collectors.joining());

        compare("operation,id,text\n" + rows).close();

        assertThat(shelf.asked()).hasSizeBetween(251, 254);
        assertThat(shelf.asked().stream()
                        .flatMap(path -> List.of(path.replace("/shown/", "").split(",")).stream()))
                .hasSize(501)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatMayNotBeLookedAtIsUnread() throws Exception {
        try (Comparison found = compare("operation,id,text\nset,locked,new\n")) {
            assertThat(lines(found))
                    .singleElement()
                    .satisfies(line -> assertThat(line.path("message").asText()).contains("403"))
                    .satisfies(line -> assertThat(Compared.state(line)).isEqualTo(State.UNREAD));
        }
    }

    @Test
    void aSelectionIsListed() throws Exception {
        shelf.put("cup", "old");
        shelf.put("jug", "new");

        try (Comparison found = compare("operation,where,text\nset,*,new\n")) {
            assertThat(lines(found)).singleElement().satisfies(line -> {
                assertThat(line.path("selected").asInt()).isEqualTo(2);
                assertThat(line.path("message").asText()).contains("selects 2 now, of which 1 would change");
                assertThat(line.path("selection").path("cup")).isEqualTo(ShelfProvider.text("old"));
            });
        }
    }

    @Test
    void nothingIsAskedOfADocumentThatIsRefusedWhole() throws Exception {
        try (Comparison found = compare("operation,id,test\nset,cup,new\n")) {
            assertThat(found.findings().refusal()).isPresent();
            assertThat(lines(found)).isEmpty();
            assertThat(shelf.asked()).isEmpty();
        }
    }

    private Comparison compare(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("edits.csv"), csv);
        Catalogue catalogue = new Catalogue(shelf.operations());
        Connections connections = Connections.of(List.of(ShelfProvider.CONNECTION));
        Defaults shelfOnly = new Defaults(Optional.of("shelf"), Optional.empty(), Optional.empty());
        return new Comparing(new Instructions(catalogue, connections), catalogue, connections, shelf::inquiry, folder)
                .compare(
                        new Document(file, Format.CSV, shelfOnly, StandardCharsets.UTF_8, ZoneOffset.UTC), count -> {});
    }

    private static List<ObjectNode> lines(Comparison comparison) throws Exception {
        List<ObjectNode> lines = new ArrayList<>();
        comparison.into(lines::add);
        return lines;
    }
}
