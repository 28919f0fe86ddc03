package bactrian.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private final Problem unknown = Problem.of(
            Code.UNKNOWN_OPERATION, Place.document().field("operation"), "awork has no operation of this name.");

    @Test
    void anOutcomeSaysWhatToDoAboutThisProblemOnly() {
        Outcome outcome = unknown.hint("Did you mean 'setprio'? " + Code.UNKNOWN_OPERATION.hint())
                .outcome();

        assertThat(outcome.message())
                .isEqualTo("operation: awork has no operation of this name. Did you mean 'setprio'?");
        assertThat(outcome.hint()).isEqualTo(Code.UNKNOWN_OPERATION.hint());
    }

    @Test
    void anOutcomeDoesNotSayItsCodesHintTwice() {
        assertThat(unknown.outcome().message()).isEqualTo("operation: awork has no operation of this name.");
    }

    @Test
    void toldInALineItSaysWhereItIs() {
        assertThat(Problem.of(Code.UNKNOWN_COLUMN, Place.line(1).field("isPri"), "There is no such column.")
                        .hint("Did you mean 'isPrio'? " + Code.UNKNOWN_COLUMN.hint())
                        .told())
                .isEqualTo("line 1, isPri: There is no such column. Did you mean 'isPrio'?");
        assertThat(Problem.of(Code.SYNTAX, Place.lineAndColumn(2, 14), "This is not JSON")
                        .told())
                .isEqualTo("line 2, column 14: This is not JSON");
    }

    @Test
    void whatIsShownIsShortAndHidesNothing() {
        Problem id = Problem.of(Code.INVALID_VALUE, Place.document().field("id\u001b[2J"), "no id")
                .found("task_1\u200B\u00A0");

        assertThat(id.found()).contains("task_1<U+200B><U+00A0>");
        assertThat(id.place().field()).contains("id<U+001B>[2J");
        assertThat(Place.document().field("x".repeat(200_000)).field())
                .hasValueSatisfying(name -> assertThat(name).hasSize(100).endsWith("x…"));
    }

    @Test
    void whatIsTakenForInvisibleIsWhatIsCalledByItsNumberButTheJoiners() {
        Problem problem = Problem.of(Code.INVALID_VALUE, Place.document(), "");
        List<String> otherwise = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(sign -> {
                    boolean called = !problem.found(sign).found().orElseThrow().equals(sign);
                    boolean stripped =
                            !sign.equals(" ") && Invisible.strip(sign).isEmpty();
                    return called != stripped
                            || called != Invisible.within(sign).isPresent();
                })
                .toList();

        assertThat(otherwise).containsExactly("\u200C", "\u200D");
    }

    @Test
    void sentencesAreEnded() {
        Problem nothing = Problem.of(Code.MISSING_VALUE, Place.document().field("values"), "nothing to change")
                .hint("Give at least one field, such as is_complete.");

        assertThat(nothing.outcome().message())
                .isEqualTo("values: nothing to change. Give at least one field, such as is_complete.");
    }
}
