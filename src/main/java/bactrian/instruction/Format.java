package bactrian.instruction;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Format {
    /** Delimited text; the delimiter is found by looking. */
    CSV,
    /** One instruction object, or an array of them. */
    JSON,
    /** One instruction object a line. */
    NDJSON;

    /** The word kept in the ledger, for example {@code csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format kept as {@code word}. @throws IllegalArgumentException when there is none */
    public static Format ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** By the end of a file's name: {@code .csv .tsv .json .ndjson .jsonl}, in any case. */
    public static Optional<Format> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
            return Optional.of(CSV);
        }
        if (lower.endsWith(".json")) {
            return Optional.of(JSON);
        }
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl") ? Optional.of(NDJSON) : Optional.empty();
    }

    /** By looking: what starts with a brace or a bracket is JSON, one instruction a line where more follows the first. */
    public static Format ofContent(byte[] content) {
        try (JsonParser parser = JsonText.MAPPER.createParser(content)) {
            int first = 0;
            while (first < content.length && (content[first] <= ' ')) {
                first++;
            }
            if (first == content.length || content[first] != '{' && content[first] != '[') {
                return CSV;
            }
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null ? JSON : NDJSON;
        } catch (IOException broken) {
            return JSON;
        }
    }

    /** By media type, parameters ignored: {@code text/csv}, {@code application/json}, {@code application/x-ndjson}. */
    public static Optional<Format> ofMediaType(String mediaType) {
        return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "text/csv", "text/tab-separated-values" -> Optional.of(CSV);
            case "application/json" -> Optional.of(JSON);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}
