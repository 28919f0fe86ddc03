package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files in the inbox are trouble. */
class InboxFilterTest {
    private final InboxFilter names = new InboxFilter(OptionalLong.empty());

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

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void whatIsLargerThanAllowedIsLeftAlone(int bytes, boolean taken, @TempDir Path inbox) throws IOException {
        Path file = Files.write(inbox.resolve("prio.csv"), new byte[bytes]);

        InboxFilter filter = new InboxFilter(OptionalLong.of(10));

        assertThat(filter.accept(file(inbox, file))).isEqualTo(taken);
        assertThat(file).exists();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsLeftAlone(@TempDir Path inbox) throws Exception {
        Path pipe = inbox.resolve("pipe.csv");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Path link = Files.createSymbolicLink(inbox.resolve("link.csv"), pipe);

        assertThat(pipe).exists();
        assertThat(names.accept(file(inbox, pipe))).isFalse();
        assertThat(names.accept(file(inbox, link))).isFalse();
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftAlone(@TempDir Path inbox) throws IOException {
        Path link = Files.createSymbolicLink(inbox.resolve("link.csv"), inbox.resolve("gone.csv"));

        assertThat(names.accept(file(inbox, link))).isFalse();
    }

    @Test
    void aLinkToAFolderIsNotFollowed(@TempDir Path inbox) throws IOException {
        Path folder = Files.createDirectory(inbox.resolve("awork"));
        Path ring = Files.createSymbolicLink(folder.resolve("ring"), inbox);
        Path other = Files.createSymbolicLink(inbox.resolve("other"), folder);

        assertThat(names.accept(file(inbox, folder))).isTrue();
        assertThat(names.accept(file(inbox, ring))).isFalse();
        assertThat(names.accept(file(inbox, other))).isFalse();
    }

    @Test
    void aNameInAnotherCharacterSetIsLeftAlone(@TempDir Path inbox) {
        File undecoded = inbox.resolve("prio\uFFFD\uFFFD.csv").toFile();

        assertThat(names.accept(file(inbox, undecoded.toPath()))).isFalse();
    }

    private static GenericFile<File> file(Path inbox, Path file) {
        return FileConsumer.asGenericFile(inbox.toString(), file.toFile(), "UTF-8", false);
    }

    private static GenericFile<File> file(String name) {
        return FileConsumer.asGenericFile("/inbox", new File("/inbox", name), "UTF-8", false);
    }
}
