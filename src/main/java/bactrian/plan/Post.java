package bactrian.plan;

import bactrian.ledger.Letter;
import java.util.Map;

/**
 * A message as it came.
 *
 * @param content what it says
 * @param delivery what it says about that; its identity is the message's
 * @param letter how it is answered
 */
public record Post(byte[] content, Delivery delivery, Letter letter) {

    /** The queue that instructions come from, for people. */
    public static final String SOURCE = "queue:bactrian.instructions";

    /** Settings of a job that came by message: two of the same content are meant twice. */
    public static final Map<String, String> MEANT = Map.of(JobOptions.AGAIN, "true");
}
