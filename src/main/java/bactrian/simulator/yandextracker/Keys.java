package bactrian.simulator.yandextracker;

import java.util.regex.Pattern;

/** Issue keys, and the queues that fare differently from the rest. */
final class Keys {

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]*-[1-9][0-9]{0,8}");

    private Keys() {}

    /** Every well-formed key is an issue, except those of queue {@code MISSING}. */
    static boolean exists(String key) {
        return KEY.matcher(key).matches() && !queue(key).equals("MISSING");
    }

    /** Issues of queue {@code LOCKED} are found, but no edit of them succeeds. */
    static boolean locked(String key) {
        return queue(key).equals("LOCKED");
    }

    static String queue(String key) {
        int dash = key.lastIndexOf('-');
        return dash < 0 ? "" : key.substring(0, dash);
    }
}
