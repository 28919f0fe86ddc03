package bactrian.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces {@code {{env:NAME}}}, {@code {{env:NAME:default}}}, {@code {{sys:name}}} and {@code {{file:path}}} in values,
 * in the spelling of Camel's property functions. A variable that is set to nothing counts as not set.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+):((?:(?!\\}\\}).)*)\\}\\}");

    private static final String FILE = "file";

    private final Map<String, String> environment;
    private final Path folder;

    /** @param folder where relative paths of {@code file:} start */
    Placeholders(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** @throws Unresolved when something that is named is not there and has no default */
    String resolve(String value) throws Unresolved {
        Matcher matcher = PLACEHOLDER.matcher(value);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String replacement = lookUp(matcher.group(1), matcher.group(2));
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(resolved).toString();
    }

    /** The first environment variable that a value reads. */
    static Optional<String> variableOf(String value) {
        return named("env", value).findFirst().map(name -> name.split(":", 2)[0]);
    }

    /** The first file that a value reads, as it is named there. */
    static Optional<String> fileOf(String value) {
        return named(FILE, value).findFirst();
    }

    /** All files that a value reads. */
    List<ValueFile> filesOf(String value) {
        List<ValueFile> files = new ArrayList<>();
        for (String path : named(FILE, value).toList()) {
            try {
                files.add(ValueFile.in(folder, path));
            } catch (ValueFile.Unfit noPath) {
                continue; // and that is said when it is read
            }
        }
        return files;
    }

    private static Stream<String> named(String kind, String value) {
        return PLACEHOLDER
                .matcher(value)
                .results()
                .filter(placeholder -> placeholder.group(1).equals(kind))
                .map(placeholder -> placeholder.group(2));
    }

    private String lookUp(String kind, String what) throws Unresolved {
        String[] parts = what.split(":", 2);
        Optional<String> found =
                switch (kind) {
                    case "env" -> Optional.ofNullable(environment.get(parts[0])).filter(text -> !text.isBlank());
                    case "sys" -> Optional.ofNullable(System.getProperty(parts[0]));
                    case FILE -> Optional.of(contentOf(what));
                    default ->
                        throw new Unresolved(
                                "uses {{" + kind + ":…}}, which is not known",
                                "Use {{env:NAME}}, {{env:NAME:default}}, {{sys:name}} or {{file:path}}.");
                };
        if (found.isPresent()) {
            return found.get();
        }
        if (parts.length == 2) {
            return parts[1];
        }
        throw new Unresolved(
                (kind.equals("env") ? "reads the environment variable " : "reads the system property ") + parts[0]
                        + ", which is not set",
                "Set it, or write {{" + kind + ":" + parts[0] + ":}} where it may be missing.");
    }

    private String contentOf(String path) throws Unresolved {
        try {
            return ValueFile.in(folder, path).read();
        } catch (ValueFile.Unfit unfit) {
            throw new Unresolved("reads " + unfit.which(), unfit.hint());
        }
    }

    /** Something that a value names is not there. */
    static final class Unresolved extends Exception {

        private static final long serialVersionUID = 1L;

        private final String hint;

        Unresolved(String message, String hint) {
            super(message);
            this.hint = hint;
        }

        String why() {
            return String.valueOf(getMessage());
        }

        String hint() {
            return hint;
        }
    }
}
