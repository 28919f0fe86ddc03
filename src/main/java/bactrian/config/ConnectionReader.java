package bactrian.config;

import bactrian.operation.CaptureRule;
import bactrian.operation.Connection;
import bactrian.operation.Limits;
import bactrian.operation.Secret;
import bactrian.provider.Profile;
import bactrian.provider.Profile.Setting;
import bactrian.provider.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one connection: {@code bactrian.connections.<name>.*}. */
final class ConnectionReader {

    private final Entries entries;
    private final SecretFiles secretFiles;
    private final Patience patience;
    private final String name;
    private final Provider provider;

    ConnectionReader(Entries entries, SecretFiles secretFiles, Patience patience, String name, Provider provider) {
        this.entries = entries;
        this.secretFiles = secretFiles;
        this.patience = patience;
        this.name = name;
        this.provider = provider;
    }

    Connection read() {
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, String> options = new HashMap<>();
        for (Setting setting : provider.profile().settings()) {
            if (setting.secret()) {
                credential(setting.key()).ifPresent(secret -> secrets.put(setting.key(), secret));
            } else if (setting.key().endsWith("*")) {
                String start = setting.key().substring(0, setting.key().length() - 1);
                ConnectionKeys.given(entries, name)
                        .filter(key -> key.startsWith(start))
                        .forEach(key -> option(key, setting).ifPresent(text -> options.put(key, text)));
            } else {
                option(setting.key(), setting).ifPresent(text -> options.put(setting.key(), text));
            }
        }
        entries.parsed(whole(CaptureRule.SETTING), "auto, true or false", word -> CaptureRule.read(word)
                        .map(rule -> word))
                .ifPresent(word -> options.put(CaptureRule.SETTING, word));
        return new Connection(name, provider.name(), baseUrl(), secrets, options, limits());
    }

    private Optional<Secret> credential(String key) {
        return entries.credential(whole(key)).map(Secret::of).or(() -> entries.text(whole(key + "-file"))
                .flatMap(path -> secretFiles
                        .read(whole(key + "-file"), path)
                        .map(text -> Secret.of(text, () -> secretFiles.readAgain(path)))));
    }

    private Optional<String> option(String key, Setting setting) {
        return setting.words().isEmpty() ? entries.text(whole(key)) : entries.oneOf(whole(key), setting.words());
    }

    private URI baseUrl() {
        Profile profile = provider.profile();
        return entries.parsed(whole("base-url"), "an address such as " + profile.baseUrl(), WebAddress::read)
                .orElse(profile.baseUrl());
    }

    private Limits limits() {
        Limits start = Limits.at(provider.profile().requestsPerSecond());
        OptionalInt maxIdsPerCall = entries.count(whole("max-ids-per-call"));
        return new Limits(
                rate().orElse(start.requestsPerSecond()),
                entries.count(whole("max-concurrent-calls")).orElse(start.maxConcurrentCalls()),
                maxIdsPerCall.isPresent() ? maxIdsPerCall : start.maxIdsPerCall(),
                aboveZero("connect-timeout").orElse(start.connectTimeout()),
                aboveZero("response-timeout").orElse(start.responseTimeout()),
                entries.count(whole("max-attempts")).orElse(start.maxAttempts()),
                duration("give-up-after").orElse(patience.giveUpAfter()),
                duration("poll-interval").orElse(start.pollInterval()),
                duration("poll-deadline").orElse(start.pollDeadline()),
                splits().orElse(start.maxSplitCalls()),
                duration("settle-delay").orElse(start.settleDelay()));
    }

    private Optional<Double> rate() {
        return entries.parsed(
                whole("requests-per-second"), "a number above 0, such as 10 or 0.5", text -> Optional.of(text)
                        .filter(number -> number.matches("\\d{1,6}(\\.\\d{1,6})?"))
                        .map(Double::valueOf)
                        .filter(rate -> rate > 0));
    }

    private Optional<Integer> splits() {
        return entries.parsed(whole("max-split-calls"), "a whole number from 0 on", text -> Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf));
    }

    private Optional<Duration> duration(String key) {
        return entries.parsed(whole(key), DurationText.FORM, DurationText::read);
    }

    private Optional<Duration> aboveZero(String key) {
        return entries.parsed(whole(key), DurationText.FORM + ", above 0", DurationText::aboveZero);
    }

    private String whole(String key) {
        return ConnectionKeys.PREFIX + name + "." + key;
    }
}
