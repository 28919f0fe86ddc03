package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of files in the inbox are trouble. */
class InboxNamesTest {
    private final InboxNames names = new InboxNames();

    @ParameterizedTest
    @ValueSource(strings = {"prio.csv", "Привет.csv", "a b (1).json", "..csv"})
    void plainNamesAreLookedAt(String name) {
        assertThat(names.accept(file(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..\\..\\state\\run.json", "a\nb.csv", "a\u0000b.csv", "a\u001b[2J.csv"})
    void oddNamesAreLeftAlone(String name) {
        assertThat(names.accept(file(name))).isFalse();
    }

    private static GenericFile<File> file(String name) {
        return FileConsumer.asGenericFile("/inbox", new File("/inbox", name), "UTF-8", false);
    }
}
