package bactrian.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that can be read off the text of the sources. */
class SourcesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void namesSayWhatAThingIs() throws IOException {
        Pattern empty = Pattern.compile("(?i)(^|/)(utils?|common|helpers?|managers?|impl|misc|base)/|"
                + "(Utils?|Helper|Manager|Impl|Common)\\.java$");
        assertThat(files(MAIN, TESTS))
                .noneMatch(file -> empty.matcher(file.toString()).find());
    }

    @Test
    void filesAreShort() throws IOException {
        List<Integer> lengths = files(MAIN).stream()
                .map(file -> text(file).split("\n", -1).length)
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2)).as("median length").isLessThanOrEqualTo(80);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine in ten").isLessThanOrEqualTo(250);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        assertThat(files(MAIN).stream()
                        .map(Path::getParent)
                        .distinct()
                        .map(folder -> folder.resolve("package-info.java")))
                .allMatch(Files::exists)
                .allMatch(
                        file -> text(file).contains("@NullMarked") && text(file).contains("/**"));
    }

    @Test
    void testsNeitherSleepNorMockNorAreSwitchedOff() throws IOException {
        assertThat(offences(TESTS, "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|@Disabled|import .*mockito|@Ignore"))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOver() throws IOException {
        assertThat(offences(MAIN, "TODO|FIXME|XXX|printStackTrace|UnsupportedOperationException\\(\\)"))
                .isEmpty();
    }

    @Test
    void nothingIsPrintedOutsideTheCommands() throws IOException {
        assertThat(offences(MAIN, "System\\.(out|err)\\b").keySet()).allMatch(file -> file.contains("/cli/"));
    }

    private static TreeMap<String, List<String>> offences(Path folder, String pattern) throws IOException {
        Pattern offence = Pattern.compile(pattern);
        TreeMap<String, List<String>> found = new TreeMap<>();
        for (Path file : files(folder)) {
            List<String> lines = text(file)
                    .lines()
                    .filter(line -> offence.matcher(line).find() && !line.contains("offences("))
                    .toList();
            if (!lines.isEmpty()) {
                found.put(file.toString(), lines);
            }
        }
        return found;
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
