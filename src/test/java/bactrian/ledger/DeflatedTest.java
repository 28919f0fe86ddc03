package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 16_384, 65_535, 65_536, 1_000_000})
    void whatCannotBeMadeSmallerComesBackToo(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);

        assertThat(Deflated.back(Deflated.of(noise))).isEqualTo(noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 65_536, 1_000_000})
    void whatRepeatsItselfGetsSmallerAndComesBack(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'a');

        byte[] deflated = Deflated.of(text);

        assertThat(deflated).hasSizeLessThan(size / 10);
        assertThat(Deflated.back(deflated)).isEqualTo(text);
    }
}
