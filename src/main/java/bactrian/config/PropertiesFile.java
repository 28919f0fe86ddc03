package bactrian.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code .properties} file, in UTF-8, read with line numbers. */
final class PropertiesFile {

    private final Path path;

    PropertiesFile(Path path) {
        this.path = path;
    }

    /** The keys in their order. What is wrong goes to {@code flaws}. */
    List<Entry> read(Consumer<Flaw> flaws) {
        String text;
        try {
            text = TextFile.read(path);
        } catch (MalformedInputException notUtf8) {
            flaws.accept(new Flaw(path.toString(), "The file is not UTF-8.", "Save it as UTF-8."));
            return List.of();
        } catch (IOException unreadable) {
            flaws.accept(new Flaw(
                    path.toString(),
                    "The file cannot be read.",
                    "Check that it is a regular file and may be read by this user."));
            return List.of();
        }
        InOrder keys = new InOrder();
        try {
            keys.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            flaws.accept(new Flaw(
                    path.toString(), "The file has a malformed \\u escape.", "Write the character itself, in UTF-8."));
            return List.of();
        }
        for (String key : keys.twice) {
            flaws.accept(new Flaw(path + ":" + line(text, key), key + " is given twice.", "Remove one of them."));
        }
        return keys.values.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue(), path + ":" + line(text, entry.getKey())))
                .toList();
    }

    /** The line of a key, from 1; its last one where it stands twice. */
    private static int line(String text, String key) {
        Matcher matcher = Pattern.compile("(?m)^[ \\t\\f]*" + Pattern.quote(key) + "[ \\t\\f]*([=:\\s]|$)")
                .matcher(text);
        int found = 1;
        while (matcher.find()) {
            found = 1
                    + (int) text.substring(0, matcher.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
        return found;
    }

    /** Keeps the order of the file and notices what stands twice. */
    private static final class InOrder extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> values = new LinkedHashMap<>();
        private final transient List<String> twice = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (values.put((String) key, (String) value) != null) {
                twice.add((String) key);
            }
            return value;
        }
    }
}
