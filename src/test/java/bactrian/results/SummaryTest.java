package bactrian.results;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.ledger.JobState;
import bactrian.ledger.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void oneIsNotSaidToBeSeveral() {
        assertThat(summary(new Tally(1, 0, 1, 0, 0), 1, 1).inWords())
                .isEqualTo("1 edit, 0 succeeded, 1 failed, 0 skipped, 0 unknown, in 1 call and 1 further attempt");
        assertThat(summary(new Tally(1200, 1198, 1, 1, 0), 12, 0).inWords())
                .isEqualTo("1 200 edits, 1 198 succeeded, 1 failed, 1 skipped, 0 unknown, in 12 calls and 0 further"
                        + " attempts");
    }

    private static Summary summary(Tally rows, long calls, long attempts) {
        return new Summary(
                "job",
                "inbox:a.csv",
                "",
                JobState.DONE,
                Optional.empty(),
                rows,
                calls,
                attempts,
                Optional.empty(),
                Instant.EPOCH,
                Map.of(),
                OptionalLong.empty());
    }
}
