package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a sieve says of keys it has and of keys it has not. */
class SieveTest {
    private static final int KEYS = 100_000;

    private final Sieve sieve = new Sieve(64L * KEYS);

    @Test
    void aKeyThatWasAddedIsAlwaysFound() {
        add();

        for (int i = 0; i < KEYS; i++) {
            assertThat(sieve.mayHold(key(i))).isTrue();
        }
        assertThat(sieve.add(key(7))).isFalse();
    }

    @Test
    void withRoomEnoughHardlyAnyOtherKeyIs() {
        int mistaken = add();
        for (int i = KEYS; i < 2 * KEYS; i++) {
            mistaken += sieve.mayHold(key(i)) ? 1 : 0;
        }

        assertThat(mistaken).isLessThan(5);
    }

    @Test
    void aTargetIsAnotherOneInAnotherSection() {
        sieve.add(Sieve.key(1, "QUEUE-1"));

        assertThat(sieve.mayHold(Sieve.key(2, "QUEUE-1"))).isFalse();
    }

    /** @return how many keys were said to be known although they were new */
    private int add() {
        int mistaken = 0;
        for (int i = 0; i < KEYS; i++) {
            mistaken += sieve.add(key(i)) ? 0 : 1;
        }
        return mistaken;
    }

    private static long key(int number) {
        return Sieve.key(0, "QUEUE-" + number);
    }
}
