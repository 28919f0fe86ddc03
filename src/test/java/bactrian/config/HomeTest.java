package bactrian.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders can be a home. */
class HomeTest {
    private final Path folder;

    HomeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "a?b, ?",
        "a\\b, \\",
        "a{{x}}b, {{",
        "a}}b, }}",
        "a${x}b, ${",
        "a$simple{x}b, $simple{",
        "a%20b, %20",
        "'a\nb', a control character"
    })
    void aPathThatWouldBeTakenForAnotherIsRefusedBeforeAnythingIsWritten(String name, String sign) {
        Home home = new Home(folder.resolve(name));

        assertThatThrownBy(home::prepare)
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith(
                        "A home's path may not hold " + sign + ". Rename the folder, or name another one.");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a&b", "100% #1", "{x}", "a+b;c,d", "дом"})
    void otherPathsAreHomes(String name) throws IOException {
        Home home = new Home(folder.resolve(name));

        home.prepare();

        assertThat(home.inbox()).isDirectory();
    }
}
