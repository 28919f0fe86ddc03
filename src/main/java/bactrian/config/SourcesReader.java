package bactrian.config;

import bactrian.operation.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the sources of schedules are reached. */
final class SourcesReader {
    static final String PREFIX = "bactrian.schedules.";
    private static final List<String> KEYS =
            List.of("url", "user", "password", "password-file", "authorization", "authorization-file");

    private final Entries entries;
    private final SecretFiles secretFiles;

    SourcesReader(Entries entries, SecretFiles secretFiles) {
        this.entries = entries;
        this.secretFiles = secretFiles;
    }

    /** By the schedule's name. */
    Map<String, SourceAccess> read() {
        Map<String, SourceAccess> sources = new HashMap<>();
        for (Entry entry : entries.all()) {
            if (entry.key().startsWith(PREFIX)) {
                String rest = entry.key().substring(PREFIX.length());
                int dot = rest.indexOf('.');
                String key = rest.substring(dot + 1);
                if (dot < 1 || !KEYS.contains(key)) {
                    entries.flaw(SettingsLoader.unknown(entry, key, KEYS));
                } else {
                    sources.computeIfAbsent(rest.substring(0, dot), name -> access(PREFIX + name + "."));
                }
            }
        }
        return sources;
    }

    private SourceAccess access(String prefix) {
        return new SourceAccess(
                entries.text(prefix + "url"),
                entries.text(prefix + "user"),
                secret(prefix + "password"),
                secret(prefix + "authorization"));
    }

    private Optional<Secret> secret(String key) {
        return entries.credential(key)
                .or(() -> entries.text(key + "-file").flatMap(path -> secretFiles.read(key + "-file", path)))
                .map(Secret::of);
    }
}
