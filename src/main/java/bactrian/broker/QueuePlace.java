package bactrian.broker;

import bactrian.operation.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where messages come from.
 *
 * @param offered whether instructions are taken from a queue at all
 * @param url of an external broker, {@code tcp://…}, {@code (tcp://…,tcp://…)?…} or {@code amqp://…}; empty where the
 *     embedded one is started
 * @param host where the embedded broker listens
 * @param port of the embedded broker; 0 for any that is free
 * @param collect how long single edits are gathered for a common job; zero where each is a job of its own
 * @param largest how many bytes a message may have
 */
public record QueuePlace(
        boolean offered,
        Optional<String> url,
        Optional<String> user,
        Optional<Secret> password,
        String host,
        int port,
        Duration collect,
        long largest) {

    public static final int USUAL_PORT = 61616;
    public static final String LOOPBACK = "127.0.0.1";
    public static final Duration USUAL_COLLECT = Duration.ofMillis(200);

    /** A message is held in memory whole. */
    public static final long USUAL_LARGEST = 32 << 20;

    /** No queue. */
    public static final QueuePlace NONE = new QueuePlace(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LOOPBACK,
            USUAL_PORT,
            Duration.ZERO,
            USUAL_LARGEST);

    /** The embedded broker on a free port, open to everybody on this machine. */
    public static QueuePlace embedded() {
        return new QueuePlace(
                true, Optional.empty(), Optional.empty(), Optional.empty(), LOOPBACK, 0, USUAL_COLLECT, USUAL_LARGEST);
    }

    /** An external broker that asks for no password. */
    public static QueuePlace external(String url) {
        return new QueuePlace(
                true, Optional.of(url), Optional.empty(), Optional.empty(), LOOPBACK, 0, USUAL_COLLECT, USUAL_LARGEST);
    }

    /** Where it is, for people; no credentials. */
    public String shown() {
        if (!offered) {
            return "none";
        }
        String secured = password.isPresent() ? "with a password" : "without a password";
        return url.map(BrokerUrl::shown).orElse("embedded, " + host + ":" + port) + ", " + secured;
    }

    /** This place with another window for gathering. */
    public QueuePlace collecting(Duration window) {
        return new QueuePlace(offered, url, user, password, host, port, window, largest);
    }

    /** This place with another limit for messages. */
    public QueuePlace upTo(long bytes) {
        return new QueuePlace(offered, url, user, password, host, port, collect, bytes);
    }

    /** This place with credentials. */
    public QueuePlace secured(String name, String secret) {
        return new QueuePlace(
                offered, url, Optional.of(name), Optional.of(Secret.of(secret)), host, port, collect, largest);
    }
}
