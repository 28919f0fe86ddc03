package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.operation.Secret;
import bactrian.provider.Reply;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes a connection's credentials out of what its provider says. Some providers, and proxies before them, repeat the
 * header that they refuse, and what they say goes into results and evidence.
 */
final class Echo {
    /** What is shorter could be any word. */
    private static final int SHORTEST = 8;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Upstream upstream;

    Echo(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Successes stay as they are: they hold values that may be put back one day. */
    Attempt hush(Attempt attempt) {
        if (!(attempt instanceof Answered answered) || answered.reply().successful()) {
            return attempt;
        }
        Reply reply = answered.reply();
        String said = hush(reply.body());
        return said.equals(reply.body()) ? attempt : new Answered(reply.saying(said));
    }

    String hush(String said) {
        String hushed = said;
        for (String credential : credentials(said)) {
            hushed = hushed.replace(credential, Secret.MASK);
        }
        return hushed;
    }

    /**
     * Those that are said, the longest first, as they are kept and as they are sent, such as in Base64. Read each time, for
     * they may be renewed.
     */
    private SortedSet<String> credentials(String said) {
        SortedSet<String> found = new TreeSet<>(LONGEST_FIRST);
        for (Secret kept : upstream.connection().secrets().values()) {
            find(kept.reveal(), said, found);
        }
        for (String header : upstream.dialect().authorization().values()) {
            if (header.contains(" ")) {
                find(header.substring(header.indexOf(' ') + 1), said, found);
            }
        }
        return found;
    }

    private static void find(String credential, String said, Set<String> found) {
        if (credential.length() >= SHORTEST && said.contains(credential)) {
            found.add(credential);
        }
    }
}
