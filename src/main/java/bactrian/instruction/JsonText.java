package bactrian.instruction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** How JSON is read here: strictly, and within limits that no honest instruction meets. */
final class JsonText {
    /** Objects and lists within each other. */
    static final int DEEPEST = 100;

    /** Characters of one text or name. */
    static final int LONGEST = 1 << 20;

    /** Only {@code new BigDecimal} keeps every digit that the user wrote. */
    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .maxNameLength(10_000)
                            .maxNumberLength(400)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern SOURCE = Pattern.compile(" ?\\((?:for|start marker)[^\\]]*\\]\\)");

    private JsonText() {}

    static Parsed read(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            return parser.nextToken() == null ? Parsed.as(node) : Parsed.not("more follows after its end.");
        } catch (JsonProcessingException bad) {
            return Parsed.not(why(bad));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether it is a limit that was met, not a mistake in writing. */
    static boolean isTooLarge(JsonProcessingException bad) {
        return bad instanceof StreamConstraintsException;
    }

    /** What is wrong, in one sentence without a place. */
    static String why(JsonProcessingException bad) {
        if (bad instanceof JsonEOFException) {
            return "it ends in the middle of a value; it may be cut off.";
        }
        if (bad instanceof StreamConstraintsException) {
            return "it is nested deeper than " + DEEPEST + " levels, or a text in it is longer than " + LONGEST
                    + " characters, or a number longer than 400 digits.";
        }
        String message =
                SOURCE.matcher(String.valueOf(bad.getOriginalMessage())).replaceAll("");
        return (message.length() <= 300 ? message : message.substring(0, 299) + "…") + ".";
    }
}
