package bactrian.config;

import bactrian.broker.BrokerUrl;
import bactrian.broker.QueuePlace;
import bactrian.operation.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where messages come from: {@code bactrian.queue.*}. */
final class QueueReader {
    static final List<String> KEYS = List.of(
            "bactrian.queue.enabled",
            "bactrian.queue.url",
            "bactrian.queue.user",
            "bactrian.queue.password",
            "bactrian.queue.password-file",
            "bactrian.queue.host",
            "bactrian.queue.port",
            "bactrian.queue.collect",
            "bactrian.queue.max-message");

    /** What a message can be held in at all. */
    private static final long MOST = 1 << 30;

    private final Entries entries;
    private final SecretFiles secretFiles;

    QueueReader(Entries entries, SecretFiles secretFiles) {
        this.entries = entries;
        this.secretFiles = secretFiles;
    }

    QueuePlace read() {
        Optional<String> user = entries.text("bactrian.queue.user");
        Optional<String> password = entries.credential("bactrian.queue.password")
                .or(() -> entries.text("bactrian.queue.password-file")
                        .flatMap(path -> secretFiles.read("bactrian.queue.password-file", path)));
        String host = entries.text("bactrian.queue.host").orElse(QueuePlace.LOOPBACK);
        QueuePlace place = new QueuePlace(
                entries.word("bactrian.queue.enabled", Map.of("true", true, "false", false))
                        .orElse(true),
                entries.parsed(
                        "bactrian.queue.url",
                        "an address such as tcp://broker:61616, (tcp://a:61616,tcp://b:61616)?reconnectAttempts=-1 or"
                                + " amqps://broker:5671",
                        url -> Optional.of(url).filter(BrokerUrl::isOne)),
                user,
                password.map(Secret::of),
                host,
                entries.parsed(
                                "bactrian.queue.port",
                                "a port from 1 to 65535, or 0 for any that is free",
                                QueueReader::port)
                        .orElse(QueuePlace.USUAL_PORT),
                entries.parsed(
                                "bactrian.queue.collect",
                                "a duration such as 200ms, or 0 to gather nothing",
                                DurationText::orZero)
                        .orElse(QueuePlace.USUAL_COLLECT),
                entries.parsed("bactrian.queue.max-message", "a size up to 1GB, such as 32MB", text -> SizeText.read(
                                        text)
                                .filter(bytes -> bytes <= MOST))
                        .orElse(QueuePlace.USUAL_LARGEST));
        check(place);
        return place;
    }

    private void check(QueuePlace place) {
        if (place.user().isPresent() != place.password().isPresent()) {
            boolean named = place.user().isPresent();
            flaw(
                    named ? "bactrian.queue.user" : "bactrian.queue.password",
                    "The queue has a " + (named ? "user but no password." : "password but no user."),
                    "Set BACTRIAN_QUEUE_USER and BACTRIAN_QUEUE_PASSWORD, or neither.");
        }
        if (place.url().isEmpty() && place.password().isEmpty() && !isLoopback(place.host())) {
            flaw(
                    "bactrian.queue.host",
                    "Without a password the queue's broker listens on this machine only, not on " + place.host() + ".",
                    "Set BACTRIAN_QUEUE_USER and BACTRIAN_QUEUE_PASSWORD, or leave bactrian.queue.host at "
                            + QueuePlace.LOOPBACK + ".");
        }
    }

    private void flaw(String key, String message, String hint) {
        entries.flaw(new Flaw(entries.entry(key).map(Entry::where).orElse(key), message, hint));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port <= 65_535);
    }
}
