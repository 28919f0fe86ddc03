package bactrian.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of promises names places and tests that exist, and says of each promise who attacks it or that nobody does. */
class InvariantsTest {

    private static final Path PAGE = Path.of("docs/invariants.md");
    private static final Pattern PLACE = Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))`");

    @Test
    void everyPlaceAndTestExists() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(PLACE.matcher(page).results()).isNotEmpty().allSatisfy(place -> assertThat(
                        Path.of("src/main/java/bactrian", place.group(1), place.group(2) + ".java"))
                .exists());
        assertThat(tests())
                .containsAll(TEST.matcher(page)
                        .results()
                        .map((MatchResult test) -> test.group(1) + ".java")
                        .toList());
    }

    @Test
    void everyPromiseSaysWhoAttacksIt() throws IOException {
        List<String> promises = List.of(Files.readString(PAGE).split("\n## "));

        assertThat(promises).hasSize(1 + 11);
        assertThat(promises.subList(1, promises.size()))
                .allMatch(one -> one.contains("Attacked by") || one.contains("Open:"));
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
