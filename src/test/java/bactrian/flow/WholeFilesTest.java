package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file in the inbox is taken. */
class WholeFilesTest {

    private final Path folder;
    private final WholeFiles files;
    private long now = Long.MAX_VALUE - 1; // the clock of the machine may turn over

    WholeFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.files = new WholeFiles(() -> now);
    }

    @Test
    void aFileIsTakenWhenItWasTheSameForAWhile() throws IOException {
        File file = write("a.csv", "id\n1\n");

        assertThat(files.whole(file)).isFalse();
        pass(WholeFiles.QUIET.toNanos() / 2);
        assertThat(files.whole(file)).isFalse();
        pass(WholeFiles.QUIET.toNanos() / 2);
        assertThat(files.whole(file)).isTrue();
    }

    @Test
    void aFileThatGrowsWaitsAnew() throws IOException {
        File file = write("a.csv", "id\n");
        files.whole(file);
        pass(WholeFiles.QUIET.toNanos());
        Files.writeString(file.toPath(), "1\n", StandardOpenOption.APPEND);

        assertThat(files.whole(file)).isFalse();
        pass(WholeFiles.QUIET.toNanos());
        assertThat(files.whole(file)).isTrue();
    }

    @Test
    void whatIsThereAfterItWasTakenIsLeftAloneForLongUnlessItIsAnother() throws IOException {
        File stuck = write("a.csv", "id\n1\n");
        files.taken(stuck, stuck.length(), stuck.lastModified());
        File another = write("b.csv", "id\n1\n");
        files.taken(another, another.length() + 1, another.lastModified());

        files.whole(another);
        pass(WholeFiles.QUIET.toNanos());
        assertThat(files.whole(another)).isTrue();
        long until = WholeFiles.STUCK.plus(WholeFiles.QUIET).toNanos();
        for (long passed = WholeFiles.QUIET.toNanos(); passed < until; passed += WholeFiles.REST.toNanos()) {
            assertThat(files.whole(stuck)).isFalse();
            pass(WholeFiles.REST.toNanos());
        }
        assertThat(files.whole(stuck)).isTrue();
    }

    @Test
    void aFileThatIsRewrittenInTheSameLengthWaitsAnew() throws IOException {
        File file = write("a.csv", "id\n1\n");
        files.whole(file);
        pass(WholeFiles.QUIET.toNanos());
        Files.setLastModifiedTime(file.toPath(), FileTime.from(Instant.parse("2026-11-22T02:20:55Z")));

        assertThat(files.whole(file)).isFalse();
    }

    @Test
    void aTimeOfChangeInTheFutureKeepsNoFileWaiting() throws IOException {
        File file = write("a.csv", "id\n1\n");
        Files.setLastModifiedTime(file.toPath(), FileTime.from(Instant.parse("2126-11-22T02:20:55Z")));
        files.whole(file);
        pass(WholeFiles.QUIET.toNanos());

        assertThat(files.whole(file)).isTrue();
    }

    @Test
    void howeverManyTheyAreTwoLooksAtEachAreEnough() throws IOException {
        List<File> many = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            many.add(write(i + ".csv", "id\n"));
        }
        many.forEach(files::whole);
        pass(WholeFiles.QUIET.toNanos());

        assertThat(many).allMatch(files::whole);
    }

    @Test
    void whatCouldNotBeTakenInRests() throws IOException {
        File file = write("a.csv", "id\n1\n");
        files.refused(file);
        pass(WholeFiles.REST.toNanos());
        assertThat(files.whole(file)).isFalse();
        pass(WholeFiles.QUIET.toNanos());

        assertThat(files.whole(file)).isTrue();
    }

    @Test
    void ofFilesThatCameTogetherNoneOvertakesAnother() throws IOException {
        File first = write("a.csv", "id\n1\n");
        File second = write("b.csv", "id\n2\n");
        files.roundBegins();
        files.whole(first);
        files.whole(second);
        pass(WholeFiles.QUIET.toNanos() - 1);
        files.roundBegins();
        boolean firstTaken = files.whole(first);
        pass(1_000_000); // a short pause between the two looks
        boolean secondTaken = files.whole(second);

        assertThat(firstTaken).isFalse();
        assertThat(secondTaken).isFalse();

        files.roundBegins();
        assertThat(files.whole(first)).isTrue();
        assertThat(files.whole(second)).isTrue();
    }

    private File write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toFile();
    }

    private void pass(long nanos) {
        now += nanos;
    }
}
