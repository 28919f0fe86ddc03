package bactrian.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code bactrian.node.*}. */
final class NodeReader {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private final Entries entries;

    NodeReader(Entries entries) {
        this.entries = entries;
    }

    NodeSettings read() {
        return new NodeSettings(
                entries.parsed("bactrian.node.name", "letters, digits, dots and dashes, at most 63", NodeReader::name)
                        .orElseGet(NodeReader::host),
                entries.parsed("bactrian.node.lease", DurationText.FORM + ", at least 3s", NodeReader::lease)
                        .orElse(LEASE));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(name -> NAME.matcher(name).matches());
    }

    private static Optional<Duration> lease(String text) {
        return DurationText.read(text).filter(lease -> lease.compareTo(SHORTEST) >= 0);
    }

    private static String host() {
        try {
            return name(InetAddress.getLocalHost().getHostName()).orElse("node");
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
