package bactrian.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

    @Test
    void whatWasRefusedIsToldWithTheColumnItIsAbout() throws IOException {
        String summary =
                "{\"job\": \"j\", \"source\": \"inbox:a.csv\", \"state\": \"rejected\", \"problem\": {\"line\": 1,"
                        + " \"field\": \"due\", \"message\": \"There is no such column.\", \"hint\": \"Correct the name.\"}}";

        assertThat(SummaryText.of(new JsonMapper().readTree(summary)))
                .isEqualTo("Job j from inbox:a.csv is rejected.\n"
                        + "line 1, due: There is no such column.\nCorrect the name.\n");
    }
}
