package bactrian.config;

import bactrian.ledger.JobOrder;
import bactrian.ledger.LedgerPlace;
import bactrian.ledger.Retention;
import bactrian.operation.Connections;
import bactrian.operation.InvalidRows;
import bactrian.operation.Secret;
import bactrian.outcome.Nearest;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Providers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads the settings: files, then {@code -Dkey=value} over them; strict, and all that is wrong at once. */
public final class SettingsLoader {

    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "bactrian.zone",
                            "bactrian.csv.charset",
                            "bactrian.on-invalid-rows",
                            "bactrian.results.formula-guard",
                            "bactrian.node.name",
                            "bactrian.node.lease",
                            "bactrian.inbox.max-file",
                            "bactrian.jobs.sequential",
                            "bactrian.evidence.days",
                            "bactrian.evidence.size",
                            "bactrian.hold.rows",
                            "bactrian.hold.destroying",
                            "bactrian.hold.selecting",
                            "bactrian.proxy",
                            "bactrian.schedule-folder",
                            "bactrian.traces.endpoint",
                            "bactrian.ledger.url",
                            "bactrian.ledger.user",
                            "bactrian.ledger.password",
                            "bactrian.ledger.password-file"),
                    Stream.concat(HttpReader.KEYS.stream(), QueueReader.KEYS.stream()))
            .toList();
    private static final String ROUTES = "routes.";

    private final Providers providers;
    private final Map<String, String> environment;
    private final Patience patience;

    public SettingsLoader(Providers providers, Map<String, String> environment, Patience patience) {
        this.providers = providers;
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * Reads and checks everything. Missing credentials are no flaw: they refuse the jobs that need them.
     *
     * @param config the folder with {@code application.properties} and {@code connections/}
     * @param overrides {@code -Dkey=value} of the command line
     * @throws BadConfig with all that is wrong
     */
    public Settings load(Path config, Map<String, String> overrides) throws BadConfig {
        Entries entries = new Entries(new Placeholders(environment, config));
        new ConfigFolder(config).readInto(entries);
        overrides.forEach((key, value) -> entries.add(new Entry(key, value, "the command line")));

        SecretFiles secretFiles = new SecretFiles(config);
        refuseUnknown(entries);
        Connections connections = new ConnectionsReader(providers, entries, secretFiles, patience).read();
        Settings settings = new Settings(
                zone(entries),
                charset(entries),
                entries.word("bactrian.on-invalid-rows", Map.of("skip", InvalidRows.SKIP, "reject", InvalidRows.REJECT))
                        .orElse(InvalidRows.SKIP),
                entries.word(
                                "bactrian.results.formula-guard",
                                Map.of("true", Settings.Formulas.GUARDED, "false", Settings.Formulas.AS_THEY_ARE))
                        .orElse(Settings.Formulas.AS_THEY_ARE),
                entries.word(
                                "bactrian.jobs.sequential",
                                Map.of("true", JobOrder.SEQUENTIAL, "false", JobOrder.OVERLAPPING))
                        .orElse(JobOrder.OVERLAPPING),
                entries.parsed("bactrian.inbox.max-file", SizeText.FORM, SizeText::read)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                ledger(entries, secretFiles),
                new QueueReader(entries, secretFiles).read(),
                entries.parsed("bactrian.proxy", "an address such as http://proxy:3128", WebAddress::read),
                entries.parsed(
                        "bactrian.traces.endpoint", "an address such as http://localhost:4318", WebAddress::read),
                new NodeReader(entries).read(),
                evidence(entries),
                new HttpReader(entries, secretFiles).read(),
                connections,
                new MissingCredentials(providers, entries)::of,
                new HoldReader(entries).read(connections),
                routes(entries),
                config.resolve("mappings"),
                entries.text("bactrian.schedule-folder").map(Path::of),
                new SourcesReader(entries, secretFiles).read(),
                Stream.of(
                                shownToOthers(overrides.keySet()),
                                entries.notices().stream(),
                                secretFiles.notices().stream(),
                                nothingToSendOver(config, connections))
                        .flatMap(notices -> notices)
                        .toList());
        if (!entries.flaws().isEmpty()) {
            throw new BadConfig(entries.flaws());
        }
        return settings;
    }

    /** Every user of this machine sees the command lines of all processes. */
    private Stream<Flaw> shownToOthers(Set<String> given) {
        Set<String> secret = providers.all().stream()
                .flatMap(provider -> provider.profile().settings().stream())
                .filter(Setting::secret)
                .map(Setting::key)
                .collect(Collectors.toSet());
        return given.stream()
                .filter(key -> key.endsWith(".password")
                        || key.equals("bactrian.http.token")
                        || key.startsWith(ConnectionKeys.PREFIX)
                                && secret.contains(key.substring(key.lastIndexOf('.') + 1)))
                .sorted()
                .map(key -> new Flaw(
                        "the command line",
                        key + " is given where every user of this machine can read it.",
                        "Give it by an environment variable, or by a file with " + key + "-file."));
    }

    private static Stream<Flaw> nothingToSendOver(Path config, Connections connections) {
        return connections.all().isEmpty()
                ? Stream.of(new Flaw(
                        config.resolve("connections").toString(),
                        "There is no connection, so nothing can be sent.",
                        "Each is a file there, such as awork.properties."))
                : Stream.of();
    }

    private static void refuseUnknown(Entries entries) {
        for (Entry entry : entries.all()) {
            String key = entry.key();
            if (!KEYS.contains(key)
                    && !key.startsWith(ConnectionKeys.PREFIX)
                    && !key.startsWith(ROUTES)
                    && !key.startsWith(SourcesReader.PREFIX)) {
                entries.flaw(unknown(entry, key, KEYS));
            }
        }
    }

    static Flaw unknown(Entry entry, String key, List<String> known) {
        String hint = Nearest.to(key, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("Known are: " + String.join(", ", known) + ".");
        return new Flaw(entry.where(), "There is no setting " + entry.key() + ".", hint);
    }

    private static ZoneId zone(Entries entries) {
        return entries.parsed("bactrian.zone", "a time zone such as UTC or Europe/Berlin", text -> {
                    try {
                        return Optional.of(ZoneId.of(text));
                    } catch (DateTimeException unknown) {
                        return Optional.empty();
                    }
                })
                .orElse(ZoneOffset.UTC);
    }

    private static Charset charset(Entries entries) {
        return entries.parsed("bactrian.csv.charset", "a character set such as UTF-8 or windows-1251", text -> {
                    try {
                        return Optional.of(Charset.forName(text));
                    } catch (IllegalArgumentException unknown) {
                        return Optional.empty();
                    }
                })
                .orElse(StandardCharsets.UTF_8);
    }

    private static Retention evidence(Entries entries) {
        return new Retention(
                entries.parsed("bactrian.evidence.days", "a whole number from 0 on", text -> Optional.of(text)
                                .filter(digits -> digits.matches("\\d{1,5}"))
                                .map(digits -> Duration.ofDays(Integer.parseInt(digits))))
                        .orElse(Retention.USUAL.time()),
                entries.parsed("bactrian.evidence.size", SizeText.FORM, SizeText::read)
                        .orElse(Retention.USUAL.bytes()));
    }

    private static Optional<LedgerPlace> ledger(Entries entries, SecretFiles secretFiles) {
        Optional<String> password = entries.credential("bactrian.ledger.password")
                .or(() -> entries.text("bactrian.ledger.password-file")
                        .flatMap(path -> secretFiles.read("bactrian.ledger.password-file", path)));
        return entries.text("bactrian.ledger.url")
                .map(url -> new LedgerPlace(url, entries.text("bactrian.ledger.user"), password.map(Secret::of)));
    }

    private static Map<String, String> routes(Entries entries) {
        return entries.all().stream()
                .map(Entry::key)
                .filter(key -> key.startsWith(ROUTES))
                .filter(key -> entries.text(key).isPresent())
                .collect(Collectors.toMap(key -> key, key -> entries.text(key).orElseThrow()));
    }
}
