package bactrian.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands for targets and changes where a million of them are compared: 128 bits of a SHA-256 in hexadecimal, so that
 * every database sorts them alike.
 */
public final class Fingerprints {
    /** Stands for no change at all: nothing is equal to it. */
    public static final String NONE = "";

    private Fingerprints() {}

    /** A target, seen over one connection by one operation: what another operation does to it is another matter. */
    public static String ofTarget(Change change, String target) {
        return digest(change.connection(), change.provider(), change.operation(), target);
    }

    /** What is done, whoever it is done to. */
    public static String ofChange(Change change) {
        return digest(change.values().toString());
    }

    /** Several changes of one target, one after the other. */
    public static String then(String before, String next) {
        return digest(before, next);
    }

    private static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((byte) 0);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
