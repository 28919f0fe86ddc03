package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenAgainTest {
    private final SeenAgain seen = new SeenAgain(new Sieve(1 << 20));

    @ParameterizedTest
    @ValueSource(ints = {1, SeenAgain.FEW, SeenAgain.FEW + 1, 3 * SeenAgain.FEW})
    void whatWasAddedIsHeldAndHardlyAnythingElse(int added) {
        LongStream.range(0, added).map(SeenAgainTest::key).forEach(seen::add);

        assertThat(LongStream.range(0, added).map(SeenAgainTest::key)).allMatch(seen::mayHold);
        assertThat(LongStream.range(added, added + 10_000L)
                        .map(SeenAgainTest::key)
                        .filter(seen::mayHold)
                        .count())
                .isLessThan(500);
    }

    private static long key(long number) {
        return Sieve.key(1, "target-" + number);
    }
}
