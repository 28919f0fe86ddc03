package bactrian.flow;

import bactrian.outcome.Invisible;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;

/** The text of a provider's answer, whatever its header says of it: an answer that is there is never lost for its label. */
final class AnswerText {
    private AnswerText() {}

    /**
     * Without a byte order mark, which is no part of a text.
     *
     * @param contentType the header
     */
    static String of(byte[] body, Optional<String> contentType) {
        return Invisible.withoutMark(
                new String(body, contentType.flatMap(AnswerText::named).orElse(StandardCharsets.UTF_8)));
    }

    /** The character set that is named, where there is such a one. */
    private static Optional<Charset> named(String contentType) {
        try {
            return Optional.ofNullable(ContentType.parseLenient(contentType)).map(ContentType::getCharset);
        } catch (IllegalArgumentException noName) { // parseLenient forgives unknown names, not impossible ones
            return Optional.empty();
        }
    }
}
