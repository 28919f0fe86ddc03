package bactrian;

import bactrian.outcome.Status;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void works() {
        org.assertj.core.api.Assertions.assertThat(Status.FAILED.word()).isEqualTo("failed");
    }
}
