package bactrian.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource({"is away,is away.", "is away.,is away.", "Why?,Why?", "No!,No!", "'two\nlines','two\nlines.'", "'',."})
    void aSentenceEndsOnce(String said, String sentence) {
        assertThat(Sentence.of(said)).isEqualTo(sentence);
    }

    @Test
    void aFailureThatSaysNothingIsNamed() {
        assertThat(Sentence.of(new IOException())).isEqualTo("IOException.");
        assertThat(Sentence.of(new IOException("gone"))).isEqualTo("gone.");
    }

    @Test
    void theRootCauseIsTheLastOne() {
        IOException first = new IOException("first");

        assertThat(RootCause.of(first)).isSameAs(first);
        assertThat(RootCause.of(new IllegalStateException(new IOException(first))))
                .isSameAs(first);
    }
}
