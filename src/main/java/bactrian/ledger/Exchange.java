package bactrian.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One request and what came back, as evidence. No credentials are in it: they are put on later.
 *
 * @param at when it was sent
 * @param waited for its slot, before it was sent
 * @param took until the answer was in
 * @param what whether it carried edits
 * @param request method and path
 * @param headers names of the headers that carry credentials
 * @param body of the request, cut
 * @param status of the answer; 0 where none came
 * @param answer its body, cut; why there is none where none came
 */
public record Exchange(
        Instant at,
        Duration waited,
        Duration took,
        What what,
        String request,
        List<String> headers,
        String body,
        int status,
        String answer) {
    /** Bodies are cut to this many characters. */
    public static final int BODY = 16_384;

    private static final int ROOM = 60;

    public Exchange {
        headers = List.copyOf(headers);
        body = cut(body);
        answer = cut(answer);
    }

    /** Whether a request carried edits. */
    public enum What {
        EDITS,
        QUESTION
    }

    /** What was cut before stays as it is: it has room for the words at its end. */
    private static String cut(String text) {
        return text.length() <= BODY + ROOM
                ? text
                : text.substring(0, BODY) + "… (" + (text.length() - BODY) + " more characters were not kept)";
    }

    byte[] pack() {
        PackWriter pack = new PackWriter();
        pack.number(Math.max(0, waited.toMillis())).number(Math.max(0, took.toMillis()));
        pack.text(request)
                .text(String.join(",", headers))
                .text(body)
                .number(status)
                .text(answer);
        return Deflated.of(pack.toBytes());
    }

    static Exchange of(int number, long at, byte[] content) {
        PackReader pack = new PackReader(Deflated.back(content));
        Duration waited = Duration.ofMillis(pack.number());
        Duration took = Duration.ofMillis(pack.number());
        String request = pack.text();
        List<String> headers = List.of(pack.text().split(","));
        String body = pack.text();
        int status = (int) pack.number();
        return new Exchange(
                Instant.ofEpochMilli(at),
                waited,
                took,
                number == 0 ? What.QUESTION : What.EDITS,
                request,
                headers,
                body,
                status,
                pack.text());
    }
}
