package bactrian.provider;

import bactrian.operation.Pursuit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@link ReadBack} remembers from page to page, in its pursuit: why it asks, how far it is, and for edits by their
 * place in the call what was seen and what the provider had reported.
 */
record ReadBackNotes(ObjectNode json) {

    /** Why is asked. */
    enum Purpose {
        /** The provider does not tell what became of each edit. */
        PROVE,
        /** The user wants it confirmed. */
        VERIFY,
        /** The answer was lost. */
        RECOVER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Seen of a target that was not shown. */
    static final String GONE = "gone";

    private static final String WHY = "why";
    private static final String PAGE = "page";
    private static final String SEEN = "seen";

    /** Status, code and message, where they are not those of a success. */
    private static final String REPORTED = "reported";

    static ReadBackNotes begin(Purpose purpose) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put(WHY, purpose.word()).put(PAGE, 0);
        json.putObject(SEEN);
        return new ReadBackNotes(json);
    }

    /** The notes of a pursuit, to be written on. */
    static ReadBackNotes copyOf(Pursuit pursuit) {
        return new ReadBackNotes(pursuit.notes().deepCopy());
    }

    boolean serve(Purpose purpose) {
        return json.path(WHY).asText().equals(purpose.word());
    }

    /** The page that is asked for, from 0. */
    int page() {
        return json.path(PAGE).asInt();
    }

    void turnPage() {
        json.put(PAGE, page() + 1);
    }

    /** @param what how the target differs from what was sent; empty text where it does not */
    void see(int place, String what) {
        json.withObject("/" + SEEN).put(Integer.toString(place), what);
    }

    /** As {@link #see} was told; {@link #GONE} where it was told nothing. */
    String seen(int place) {
        return json.path(SEEN).path(Integer.toString(place)).asText(GONE);
    }

    void report(int place, Outcome outcome) {
        json.withObject("/" + REPORTED)
                .putArray(Integer.toString(place))
                .add(outcome.status().name())
                .add(outcome.code().word())
                .add(outcome.message());
    }

    /** What the provider did not report as done. */
    Optional<Outcome> reported(int place) {
        return Optional.ofNullable(json.path(REPORTED).get(Integer.toString(place)))
                .map(said -> new Outcome(
                        Status.valueOf(said.path(0).asText()),
                        Code.of(said.path(1).asText()).orElse(Code.INTERNAL),
                        said.path(2).asText(),
                        OptionalLong.empty()));
    }
}
