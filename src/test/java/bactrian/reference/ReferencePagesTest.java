package bactrian.reference;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages in {@code docs/reference} say what the catalogue says. After a change of the catalogue they are written anew
 * by {@code mvn test -Dtest=ReferencePagesTest -Dreference.write=true}.
 */
class ReferencePagesTest {
    private static final Path FOLDER = Path.of("docs/reference");
    private static final String REFRESH = "mvn test -Dtest=ReferencePagesTest -Dreference.write=true";

    @TestFactory
    Stream<DynamicTest> pagesSayWhatTheCatalogueSays() {
        return pages().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    Path file = FOLDER.resolve(page.getKey());
                    if (Boolean.getBoolean("reference.write")) {
                        Files.createDirectories(FOLDER);
                        Files.writeString(file, page.getValue());
                    }
                    assertThat(file).as("write it with " + REFRESH).exists();
                    assertThat(Files.readString(file))
                            .as(file + " is stale: " + REFRESH)
                            .isEqualTo(page.getValue());
                }));
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(pages().keySet());
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (Provider provider : Providers.shipped().all()) {
            pages.put(provider.name() + ".md", new ProviderPage(provider).text());
        }
        pages.put("codes.md", CodesPage.text());
        return pages;
    }
}
