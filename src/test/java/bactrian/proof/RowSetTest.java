package bactrian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are left out of a plan. */
class RowSetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | []",
                "3          | [3]",
                "3,7-9      | [3, 7, 8, 9]",
                "7-9,3      | [3, 7, 8, 9]",
                "2-6,4-5,5-8| [2, 3, 4, 5, 6, 7, 8]",
                "5-4        | []",
                "5-4,4-5    | [4, 5]",
            })
    void holdsTheRowsThatAreWritten(String text, String rows) {
        RowSet set = RowSet.read(text);

        List<Long> held = LongStream.rangeClosed(1, 12)
                .filter(row -> set.holds(row - 1))
                .boxed()
                .toList();

        assertThat(held).hasToString(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1-", "-1", "1,,2", "1, 2", ",", "1-2-3", "1234567890"})
    void whatIsNoListOfRowsDoesNotFit(String text) {
        assertThat(RowSet.fits(text)).isFalse();
    }

    @Test
    void aWideRangeTakesNoMoreThanANarrowOne() {
        RowSet set = RowSet.read("1-999999999," + "5,".repeat(50_000) + "5");

        assertThat(set.holds(999_999_998)).isTrue();
        assertThat(set.holds(999_999_999)).isFalse();
    }
}
