package bactrian.provider.awork;

import bactrian.operation.Call;
import bactrian.outcome.Outcome;
import bactrian.provider.ErrorText;
import bactrian.provider.Mentions;
import bactrian.provider.Reading;
import bactrian.provider.Reading.Blame;
import bactrian.provider.RefusalCode;
import bactrian.provider.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that refuses the whole call: {@code {"code", "description", "link", "details", "validationErrors":
 * [{"property", "message"}], "traceId"}}, or something else where a gateway answered.
 */
final class AworkRefusal {
    /** Failures on awork's side that changed nothing and are worth another try. */
    private static final Set<String> PASSING = Set.of("database-commit", "concurrency-violation");

    /** {@code TaskIds}, {@code taskIds[3]}, {@code $.taskIds[3]}. */
    private static final Pattern TARGETS = Pattern.compile("(?:\\$\\.)?taskids(?:\\[(\\d{1,9})])?");

    private final Call call;
    private final Reply reply;
    private final JsonNode body;

    private AworkRefusal(Call call, Reply reply) {
        this.call = call;
        this.reply = reply;
        this.body = reply.json().orElse(MissingNode.getInstance());
    }

    static Reading read(Call call, Reply reply) {
        return new AworkRefusal(call, reply).reading();
    }

    private Reading reading() {
        if (PASSING.contains(body.path("code").asText())) {
            return new Reading.Again(message());
        }
        return switch (reply.status()) {
            case 400, 409, 422 -> namesAParameter() ? whole() : some();
            case 404 -> culprits().isEmpty() ? whole() : some();
            case 413 -> some();
            // Gateways send it for slow answers too, so the call may have arrived.
            case 408 -> new Reading.Unreadable(message());
            default -> whole();
        };
    }

    private Reading whole() {
        return new Reading.Refused(outcome(), Set.of(), Blame.WHOLE_CALL);
    }

    /** A part of a composed call would mean something else than the whole, so that is never tried. */
    private Reading some() {
        boolean composed = AworkCatalogue.operations().stream()
                .anyMatch(operation -> operation.name().equals(call.change().operation())
                        && operation.composed(call.change().values()));
        return composed ? whole() : new Reading.Refused(outcome(), culprits(), Blame.SOME_EDITS);
    }

    private Outcome outcome() {
        return Outcome.failed(RefusalCode.of(reply.status()), message());
    }

    private boolean namesAParameter() {
        return properties().stream()
                .anyMatch(property ->
                        !property.isEmpty() && !TARGETS.matcher(property).matches());
    }

    /** Targets whose ids stand in the texts, or whose place stands in the name of a property. */
    private Set<Integer> culprits() {
        Set<Integer> places = new HashSet<>(
                Mentions.in(String.join("\n", texts()), call.targets(), word -> word.toLowerCase(Locale.ROOT)));
        for (String property : properties()) {
            Matcher target = TARGETS.matcher(property);
            if (target.matches() && target.group(1) != null) {
                int place = Integer.parseInt(target.group(1));
                if (place < call.targets().size()) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private List<String> properties() {
        return body.path("validationErrors")
                .valueStream()
                .map(error -> error.path("property").asText("").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What awork says, the general first, each once. */
    private Set<String> texts() {
        List<JsonNode> said = new ArrayList<>();
        said.add(body.path("description"));
        body.path("details").forEach(said::add);
        body.path("validationErrors").forEach(error -> said.add(error.path("message")));
        Set<String> texts = new LinkedHashSet<>();
        said.stream().filter(JsonNode::isTextual).map(JsonNode::textValue).forEach(texts::add);
        return texts;
    }

    /** What awork says, with the trace id that its support asks for. */
    private String message() {
        Set<String> texts = texts();
        String said =
                ErrorText.cut(ErrorText.of(reply, texts.isEmpty() ? List.of() : List.of(String.join(" ", texts))));
        String trace = body.path("traceId").asText("");
        return said + (trace.isEmpty() ? "" : " (traceId " + trace + ")");
    }
}
