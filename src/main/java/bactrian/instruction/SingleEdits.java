package bactrian.instruction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Finds documents that are one sound edit of one target; whatever else a document is, it has to be read as one. */
final class SingleEdits {
    private final Addresses addresses;

    SingleEdits(Addresses addresses) {
        this.addresses = addresses;
    }

    Optional<SingleEdit> find(String text, Defaults defaults, ZoneId zone) {
        if (JsonText.read(text).value().orElse(JsonNodeFactory.instance.nullNode()) instanceof ObjectNode instruction
                && instruction.path("ids").size() == 1
                && instruction.path("ids").isArray()
                && instruction.path("ids").path(0).isTextual()
                && !instruction.has("where")) {
            return sound(instruction, defaults, zone);
        }
        return Optional.empty();
    }

    private Optional<SingleEdit> sound(ObjectNode instruction, Defaults defaults, ZoneId zone) {
        Document document = new Document(Path.of(""), Format.JSON, defaults, StandardCharsets.UTF_8, zone);
        ObjectNode head = instruction.deepCopy();
        head.remove("ids");
        Optional<Verdict.Fit> fit =
                new JsonVerdicts(document, addresses).of(head).fit();
        String id = instruction.path("ids").path(0).textValue();
        return fit.filter(sound ->
                        Targets.flaw(sound.operation(), "ids", true, false).isEmpty()
                                && !id.isBlank()
                                && Targets.flaw(sound.operation(), "ids", id).isEmpty())
                .map(sound -> new SingleEdit(sound.change().connection(), sound.operation(), line(instruction, sound)));
    }

    private static String line(ObjectNode instruction, Verdict.Fit fit) {
        ObjectNode complete = instruction.objectNode();
        complete.put("provider", fit.change().provider());
        complete.put("operation", fit.change().operation());
        complete.put("connection", fit.change().connection());
        for (var member : instruction.properties()) {
            if (!complete.has(member.getKey())) {
                complete.set(member.getKey(), member.getValue());
            }
        }
        return written(complete);
    }

    private static String written(JsonNode complete) {
        try {
            return JsonText.MAPPER.writeValueAsString(complete);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }
}
