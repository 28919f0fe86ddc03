package bactrian.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Random JSON in the words of known documents, so that it comes near what a reader looks for. */
final class AnyJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;
    private final List<String> words;

    AnyJson(Random random, List<String> words) {
        this.random = random;
        this.words = words;
    }

    /** The words of documents, and a few that stand in none. */
    static List<String> words(Stream<JsonNode> known) {
        TreeSet<String> found = new TreeSet<>(List.of("", "0", "\u0000", "☃", "id"));
        known.forEach(document -> collect(document, found));
        return List.copyOf(found);
    }

    JsonNode document() {
        return document(4);
    }

    /** The document with one part of it, at any depth, replaced by something else. */
    JsonNode damaged(JsonNode document) {
        if (document.isEmpty() || random.nextInt(4) == 0) {
            return document(2);
        }
        if (document instanceof ArrayNode list) {
            ArrayNode copy = list.deepCopy();
            int place = random.nextInt(copy.size());
            copy.set(place, damaged(copy.get(place)));
            return copy;
        }
        ObjectNode copy = document.deepCopy();
        List<String> names = copy.propertyStream().map(Map.Entry::getKey).toList();
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            copy.remove(name);
        } else {
            copy.set(name, damaged(copy.get(name)));
        }
        return copy;
    }

    private JsonNode document(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextGaussian() * 100);
            case 4, 5 -> JSON.textNode(word());
            case 6 -> {
                ArrayNode list = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(document(depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(word(), document(depth - 1));
                }
                yield object;
            }
        };
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private static void collect(JsonNode document, TreeSet<String> words) {
        document.properties().forEach(field -> words.add(field.getKey()));
        document.forEach(part -> collect(part, words));
        if (document.isTextual()) {
            words.add(document.textValue());
        }
    }
}
