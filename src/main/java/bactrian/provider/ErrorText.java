package bactrian.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what providers answer with an error into text for people, however deep the messages lie. */
public final class ErrorText {
    /** Characters of a message; error pages can be long. */
    private static final int LONGEST = 500;

    private ErrorText() {}

    /** The texts of a tree, each after the path of fields that leads to it: {@code values.deadline: not a date}. */
    public static List<String> lines(JsonNode tree) {
        List<String> lines = new ArrayList<>();
        collect("", tree, lines);
        return lines;
    }

    /**
     * What people are told of an answer that refuses.
     *
     * @param said its own words, where it has some that can be told from the rest of it; not heard where it sends the request
     *     elsewhere, because that has nothing to do with what was asked
     */
    public static String of(Reply reply, List<String> said) {
        return said.isEmpty() || reply.redirects() ? plain(reply) : String.join("; ", said);
    }

    /** An answer that is not JSON: its own words where they are plain text, else what it was. */
    public static String plain(Reply reply) {
        if (reply.redirects()) {
            return "HTTP " + reply.status() + ", which sends the request elsewhere: check the connection's base-url";
        }
        String body = reply.body().strip();
        boolean markup = body.startsWith("<");
        if (body.isEmpty() || markup) {
            return "HTTP " + reply.status() + (markup ? " with a page instead of a message" : " without a message");
        }
        return cut(body);
    }

    /** The text, cut where it is too long for a message. */
    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static void collect(String path, JsonNode node, List<String> lines) {
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, lines));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), lines);
            }
        } else if (!node.isNull() && !node.asText().isBlank()) {
            lines.add(path.isEmpty() ? node.asText() : path + ": " + node.asText());
        }
    }
}
