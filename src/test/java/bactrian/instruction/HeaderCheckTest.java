package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderCheckTest {
    private final HeaderCheck check = new HeaderCheck(List.of());

    @Test
    void whatCannotBeSeenInANameIsSaid() {
        assertThat(check.unknown("i\u200Bd").orElseThrow().hint()).hasValueSatisfying(hint -> assertThat(hint)
                .startsWith("It has an invisible character, U+200B. Did you mean 'id'? "));
        assertThat(check.unknown("ie").orElseThrow().hint())
                .hasValueSatisfying(hint -> assertThat(hint).startsWith("Did you mean 'id'? "));
    }

    @Test
    void whatCannotBeSeenAroundANameIsNoPartOfIt() {
        CsvHeader header = CsvHeader.of(List.of("\uFEFFid\u200B", "\u00A0a b\u00A0", "\u200B"));

        assertThat(header.columns()).extracting(Column::name).containsExactly("id", "a b");
        assertThat(header.names()).containsExactly("\uFEFFid\u200B", "\u00A0a b\u00A0");
    }
}
