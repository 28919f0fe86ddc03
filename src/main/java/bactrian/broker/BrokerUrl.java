package bactrian.broker;

import java.util.regex.Pattern;

/** Addresses of brokers: one, or a list to fail over between. */
public final class BrokerUrl {
    private static final String ONE = "(tcp|amqp|amqps)://[^\\s,()]+";
    private static final Pattern CORE = Pattern.compile(
            "\\(?tcp://[^\\s,()?]+([?][^\\s,()]*)?" + "(,tcp://[^\\s,()?]+([?][^\\s,()]*)?)*\\)?([?]\\S*)?");
    private static final Pattern AMQP = Pattern.compile(
            "(amqps?://[^\\s,()]+)" + "|failover:\\(amqps?://[^\\s,()]+(,amqps?://[^\\s,()]+)*\\)([?]\\S*)?");
    private static final Pattern PLACE = Pattern.compile(ONE);

    private BrokerUrl() {}

    /** Whether it can be one. */
    public static boolean isOne(String url) {
        return isAmqp(url) ? AMQP.matcher(url).matches() : CORE.matcher(url).matches() && balanced(url);
    }

    static boolean isAmqp(String url) {
        return url.startsWith("amqp") || url.startsWith("failover:");
    }

    /** The places in it, without credentials and options, to be shown. */
    static String shown(String url) {
        return PLACE.matcher(url)
                .results()
                .map(place -> place.group().replaceFirst("[?].*", "").replaceFirst("//[^@/]*@", "//"))
                .distinct()
                .reduce((one, other) -> one + "," + other)
                .orElse("(no address)");
    }

    private static boolean balanced(String url) {
        return url.startsWith("(") == url.contains(")") && (url.startsWith("(") || !url.contains(","));
    }
}
