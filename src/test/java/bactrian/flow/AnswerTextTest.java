package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
    private static final String TEXT = "Gr\u00fc\u00dfe";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "text/html; charset=",
                "text/html; charset=utf-99",
                "text/html; charset=%%%",
                ";;;=,",
                ""
            })
    void itIsReadAsUtf8WhereNoCharacterSetIsNamedThatExists(String contentType) {
        assertThat(AnswerText.of(TEXT.getBytes(StandardCharsets.UTF_8), Optional.of(contentType)))
                .isEqualTo(TEXT);
    }

    @Test
    void aByteOrderMarkIsNoPartOfIt() {
        assertThat(AnswerText.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isEqualTo(TEXT);
    }

    @Test
    void theCharacterSetThatIsNamedIsTaken() {
        assertThat(AnswerText.of(
                        TEXT.getBytes(StandardCharsets.ISO_8859_1), Optional.of("text/html; charset=iso-8859-1")))
                .isEqualTo(TEXT);
    }
}
