package bactrian.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code {{env:NAME}}}, {@code {{env:NAME:default}}}, {@code {{sys:name}}} and {@code {{file:path}}} in values,
 * in the spelling of Camel's property functions. A variable that is set to nothing counts as not set.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+):((?:(?!\\}\\}).)*)\\}\\}");

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
        Matcher matcher = PLACEHOLDER.matcher(value);
        while (matcher.find()) {
            if (matcher.group(1).equals("env")) {
                return Optional.of(matcher.group(2).split(":", 2)[0]);
            }
        }
        return Optional.empty();
    }

    private String lookUp(String kind, String what) throws Unresolved {
        String[] parts = what.split(":", 2);
        Optional<String> found =
                switch (kind) {
                    case "env" -> Optional.ofNullable(environment.get(parts[0])).filter(text -> !text.isBlank());
                    case "sys" -> Optional.ofNullable(System.getProperty(parts[0]));
                    case "file" -> Optional.of(contentOf(what));
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
            return TextFile.read(folder.resolve(path)).strip();
        } catch (IOException unreadable) {
            throw new Unresolved(
                    "reads the file " + folder.resolve(path) + ", which cannot be read",
                    "Check that it exists and may be read by this user.");
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
