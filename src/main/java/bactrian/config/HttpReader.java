package bactrian.config;

import bactrian.operation.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code bactrian.http.*}. */
final class HttpReader {
    static final List<String> KEYS = List.of(
            "bactrian.http.host",
            "bactrian.http.port",
            "bactrian.http.token",
            "bactrian.http.token-file",
            "bactrian.http.hosts",
            "bactrian.http.max-upload");
    private static final String HOST = "bactrian.http.host";
    private static final int USUAL_PORT = 8080;
    private static final long USUAL_UPLOAD = 2L << 30;

    private final Entries entries;
    private final SecretFiles secretFiles;

    HttpReader(Entries entries, SecretFiles secretFiles) {
        this.entries = entries;
        this.secretFiles = secretFiles;
    }

    HttpSettings read() {
        HttpSettings http = new HttpSettings(
                entries.text(HOST).orElse("127.0.0.1"),
                entries.parsed("bactrian.http.port", "a port from 1 to 65535, or 0 for any free one", HttpReader::port)
                        .orElse(USUAL_PORT),
                token(),
                hosts(),
                entries.parsed("bactrian.http.max-upload", SizeText.FORM, SizeText::read)
                        .orElse(USUAL_UPLOAD));
        if (!http.loopback() && http.token().isEmpty()) {
            entries.flaw(new Flaw(
                    entries.entry(HOST).map(Entry::where).orElse(""),
                    HOST + " is " + http.host() + ", which others can reach, and there is no token.",
                    "Set BACTRIAN_HTTP_TOKEN, or listen on 127.0.0.1."));
        }
        return http;
    }

    private Optional<Secret> token() {
        return entries.credential("bactrian.http.token")
                .or(() -> entries.text("bactrian.http.token-file")
                        .flatMap(path -> secretFiles.read("bactrian.http.token-file", path)))
                .map(Secret::of);
    }

    private Set<String> hosts() {
        return entries.text("bactrian.http.hosts").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port <= 65_535);
    }
}
