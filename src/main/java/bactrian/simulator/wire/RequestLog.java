package bactrian.simulator.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What arrived on the wire, refused or not. Keeps the latest requests; the total is exact however many there were. */
public final class RequestLog {

    private static final int BODY_KEPT = 4096;
    private static final int TARGETS_KEPT = 1000;

    private final int capacity;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long total;

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /** The kept requests, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many requests arrived, kept or not. */
    public synchronized long total() {
        return total;
    }

    /** How many of the kept requests have this method and a path that holds this expression. */
    public long count(String method, String path) {
        Pattern pattern = Pattern.compile(path);
        return entries().stream()
                .filter(entry -> entry.method().equals(method)
                        && pattern.matcher(entry.path()).find())
                .count();
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
        total = 0;
    }

    void add(Asked asked, int status, Optional<Effect> fault, List<String> touched) {
        if (capacity == 0) {
            count();
            return;
        }
        keep(new Entry(
                asked.number(),
                asked.at(),
                asked.method(),
                asked.path(),
                asked.rawQuery(),
                status,
                fault,
                touched.size(),
                touched.size() > TARGETS_KEPT ? List.copyOf(touched.subList(0, TARGETS_KEPT)) : touched,
                asked.body().length > BODY_KEPT ? Arrays.copyOf(asked.body(), BODY_KEPT) : asked.body(),
                digest(asked.body())));
    }

    private synchronized void count() {
        total++;
    }

    private synchronized void keep(Entry entry) {
        total++;
        entries.add(entry);
        if (entries.size() > capacity) {
            entries.remove();
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
