package bactrian.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("id", "isPrio", "newDueDate", "values.priority", "where");

    @ParameterizedTest
    @CsvSource({
        "ID,id",
        "ids,id",
        "isprio,isPrio",
        "isPiro,isPrio",
        "newDuDate,newDueDate",
        "priority.values,",
        "value.priorty,values.priority",
        "wehre,where",
        "assignee,",
        "x,"
    })
    void findsWhatWasProbablyMeant(String name, String nearest) {
        assertThat(Nearest.to(name, KNOWN)).isEqualTo(java.util.Optional.ofNullable(nearest));
    }

    @Test
    void aNameTooLongToBeMeantIsNotCompared() {
        assertThat(Nearest.to("w".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
