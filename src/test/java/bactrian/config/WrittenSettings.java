package bactrian.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bactrian.provider.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Writes the files of a configuration folder and loads them. */
abstract class WrittenSettings {

    @TempDir
    Path folder = Path.of("");

    final Map<String, String> environment = new HashMap<>();

    Patience patience = Patience.SERVICE;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("connections"));
    }

    Settings load(Map<String, String> overrides) throws BadConfig {
        return loader().load(folder, overrides);
    }

    List<Flaw> flaws(Map<String, String> overrides) {
        return catchThrowableOfType(BadConfig.class, () -> load(overrides)).flaws();
    }

    SettingsLoader loader() {
        return new SettingsLoader(new Providers(List.of(new PlainProvider("plain"))), environment, patience);
    }

    void application(String text) throws IOException {
        Files.writeString(folder.resolve("application.properties"), text);
    }

    void connection(String name, String text) throws IOException {
        Files.writeString(folder.resolve("connections").resolve(name + ".properties"), text);
    }
}
