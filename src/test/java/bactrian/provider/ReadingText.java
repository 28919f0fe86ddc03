package bactrian.provider;

import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A reading as case files write it. */
final class ReadingText {
    private ReadingText() {}

    static ObjectNode of(Reading reading) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        if (reading instanceof Reading.Settled settled) {
            settled.outcomes().forEach(outcome -> text.withArray("/settled").add(of(outcome)));
        } else if (reading instanceof Reading.Partly partly) {
            List<Optional<Outcome>> outcomes = partly.outcomes();
            outcomes.forEach(outcome ->
                    text.withArray("/partly").add(outcome.map(ReadingText::of).orElse("again")));
        } else if (reading instanceof Reading.Refused refused) {
            text.put("refused", of(refused.outcome()));
            text.put("blame", word(refused.blame()));
            refused.culprits().stream().sorted().forEach(place -> text.withArray("/culprits")
                    .add(place));
        } else if (reading instanceof Reading.Following following) {
            text.put("following", following.pursuit().step());
            text.set("notes", following.pursuit().notes());
            text.put("pause", word(following.pause()));
            text.put("progress", following.progress());
        } else if (reading instanceof Reading.Again again) {
            text.put("again", again.why());
        } else if (reading instanceof Reading.Unreadable unreadable) {
            text.put("unreadable", unreadable.why());
        } else {
            text.put("never-taken", true);
        }
        return text;
    }

    /** {@code status code: message}; the code of what succeeded or is unknown goes without saying. */
    static String of(Outcome outcome) {
        String what =
                switch (outcome.status()) {
                    case SUCCEEDED, UNKNOWN -> outcome.status().word();
                    case FAILED, SKIPPED ->
                        outcome.status().word() + " " + outcome.code().word();
                };
        String affected = outcome.affected().isPresent()
                ? " (affected " + outcome.affected().getAsLong() + ")"
                : "";
        return what + affected + (outcome.message().isEmpty() ? "" : ": " + outcome.message());
    }

    /**
     * Whether a reading is the one expected. What is not mentioned may be anything, except culprits; a text without a
     * message stands for any message, and nothing ({@code again:}) for anything.
     */
    static boolean matches(JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            return !actual.isMissingNode();
        }
        if (expected.isArray()) {
            boolean all = actual.size() == expected.size();
            for (int i = 0; all && i < expected.size(); i++) {
                all = matches(expected.get(i), actual.get(i));
            }
            return all;
        }
        if (expected.isObject()) {
            return expected.has("culprits") == actual.has("culprits")
                    && expected.properties().stream()
                            .allMatch(field -> field.getKey().equals("notes")
                                    ? field.getValue().equals(actual.path("notes"))
                                    : matches(field.getValue(), actual.path(field.getKey())));
        }
        return expected.equals(actual)
                || expected.isTextual()
                        && actual.isTextual()
                        && actual.textValue().startsWith(expected.textValue() + ": ");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
