package bactrian.config;

import bactrian.outcome.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/** All keys that are given, the later layer over the earlier, read by type. Remembers what was wrong on the way. */
final class Entries {

    private final LinkedHashMap<String, Entry> byKey = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Flaw> notices = new ArrayList<>();
    private final Placeholders placeholders;

    Entries(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    void add(Entry entry) {
        byKey.remove(entry.key());
        byKey.put(entry.key(), entry);
    }

    void flaw(Flaw flaw) {
        flaws.add(flaw);
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** What is worth a look and stops nothing. */
    List<Flaw> notices() {
        return notices;
    }

    List<Entry> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The value with its placeholders resolved; empty where there is none, or an empty one. */
    Optional<String> text(String key) {
        return entry(key).flatMap(entry -> {
            try {
                return Optional.of(placeholders.resolve(entry.value()).strip()).filter(text -> !text.isEmpty());
            } catch (Placeholders.Unresolved missing) {
                flaw(new Flaw(entry.where(), key + " " + missing.why() + ".", missing.hint()));
                return Optional.empty();
            }
        });
    }

    /**
     * Like {@link #text}, but where something it names is not there, that is no flaw: it is just not set. A file that it
     * names and that is not there, or that everybody may read, is noticed, and so is a text that is too long for a
     * credential.
     */
    Optional<String> credential(String key) {
        return entry(key).flatMap(entry -> {
            List<ValueFile> files = placeholders.filesOf(entry.value());
            try {
                String text = placeholders.resolve(entry.value()).strip();
                files.forEach(file -> file.seenByOthers(key).ifPresent(notices::add));
                if (text.length() > ValueFile.LARGEST) {
                    notices.add(new Flaw(
                            entry.where(),
                            key + " is longer than 16 KB.",
                            "Set it to the credential and nothing else."));
                    return Optional.empty();
                }
                return Optional.of(text).filter(found -> !found.isEmpty());
            } catch (Placeholders.Unresolved missing) {
                if (!files.isEmpty()) {
                    notices.add(new Flaw(entry.where(), key + " " + missing.why() + ".", missing.hint()));
                }
                return Optional.empty();
            }
        });
    }

    /**
     * The value as something else.
     *
     * @param expected what it must be, for the message
     */
    <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> parse) {
        return text(key).flatMap(text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                String where = entry(key).map(Entry::where).orElse("");
                String shown = text.replaceAll("//[^/@]*@", "//***@"); // addresses may carry a password
                flaw(new Flaw(where, key + " is '" + shown + "'.", "Write " + expected + "."));
            }
            return value;
        });
    }

    /** A whole number of at least 1. */
    OptionalInt count(String key) {
        return parsed(key, "a whole number from 1 on", text -> Optional.of(text)
                        .filter(digits -> digits.matches("[1-9]\\d{0,8}"))
                        .map(Integer::valueOf))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** One of a few words, as it is written. */
    Optional<String> oneOf(String key, List<String> words) {
        return text(key).filter(text -> {
            if (!words.contains(text)) {
                String where = entry(key).map(Entry::where).orElse("");
                String hint = Nearest.to(text, words)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Write one of " + String.join(", ", words) + ".");
                flaw(new Flaw(where, key + " is '" + text + "'.", hint));
            }
            return words.contains(text);
        });
    }

    /** One of a few words. */
    <T> Optional<T> word(String key, Map<String, T> words) {
        return parsed(
                key,
                "one of " + String.join(", ", new TreeSet<>(words.keySet())),
                text -> Optional.ofNullable(words.get(text)));
    }
}
