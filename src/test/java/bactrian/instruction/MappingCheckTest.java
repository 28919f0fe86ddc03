package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.mapping.MappingFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingCheckTest {

    @Test
    void namesAndValuesThatTheOperationDoesNotKnowAreFound() {
        List<String> said = check(
                """
                provider: house
                operation: paint
                columns:
                  A: {to: gloss, values: {shiny: ture}}
                  B: coates
                  C: id
                constants: {colour: red, litres: many}
                """);

        assertThat(said)
                .containsExactly(
                        "unknown-column coates: There is no column of this name in house paint.",
                        "invalid-value litres: must be a number. [many]",
                        "invalid-value gloss: must be true or false. [ture]");
    }

    @Test
    void anOperationThatDoesNotExistIsFound() {
        assertThat(check("{provider: house, operation: pant}"))
                .containsExactly("unknown-operation operation: house has no operation of this name. [pant]");
    }

    @Test
    void aMappingHasNoProvidersName() {
        MappingFile file = new MappingFile("house", "{provider: house, operation: paint}");

        assertThat(Samples.instructions().check(file.read().mapping().orElseThrow()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("inbox/house/"));
    }

    private static List<String> check(String yaml) {
        return Samples.instructions()
                .check(new MappingFile("case", yaml).read().mapping().orElseThrow())
                .stream()
                .map(Transcript::line)
                .toList();
    }
}
