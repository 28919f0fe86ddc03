package bactrian.dispatch;

import bactrian.dispatch.Attempt.Answered;
import bactrian.operation.Secret;
import bactrian.provider.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a connection's credentials out of what its provider says. Some providers, and proxies before them, repeat the
 * header that they refuse, and what they say goes into results and evidence.
 */
final class Echo {
    /** What is shorter could be any word. */
    private static final int SHORTEST = 8;

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
    private List<String> credentials(String said) {
        Stream<String> kept = upstream.connection().secrets().values().stream().map(Secret::reveal);
        Stream<String> sent = upstream.dialect().authorization().values().stream()
                .filter(header -> header.contains(" "))
                .map(header -> header.substring(header.indexOf(' ') + 1));
        return Stream.concat(kept, sent)
                .filter(credential -> credential.length() >= SHORTEST && said.contains(credential))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
