package bactrian.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.provider.Reading.Blame;
import bactrian.provider.Reading.Partly;
import bactrian.provider.Reading.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final Outcome NO = Outcome.failed(Code.REJECTED, "no");
    private static final int PLENTY = 64;

    @Test
    void namedCulpritsFailAloneAndTheOthersGoTogether() {
        Division division = Division.of(new Refused(NO, Set.of(1, 3), Blame.SOME_EDITS), 5, PLENTY)
                .orElseThrow();

        assertThat(division.settled()).containsExactly(none(), Optional.of(NO), none(), Optional.of(NO), none());
        assertThat(division.parts()).containsExactly(List.of(0, 2, 4));
    }

    @Test
    void whereNobodyIsNamedHalvesAreTried() {
        Division division = Division.of(new Refused(NO, Set.of(), Blame.SOME_EDITS), 5, PLENTY)
                .orElseThrow();

        assertThat(division.parts()).containsExactly(List.of(0, 1), List.of(2, 3, 4));
    }

    @Test
    void aSingleEditIsItsOwnCulprit() {
        assertThat(Division.of(new Refused(NO, Set.of(), Blame.SOME_EDITS), 1, PLENTY))
                .isEmpty();
    }

    @Test
    void aRefusalThatIsTheSameForAllIsNotDivided() {
        assertThat(Division.of(new Refused(NO, Set.of(), Blame.WHOLE_CALL), 5, PLENTY))
                .isEmpty();
    }

    @Test
    void whenTheBudgetIsSpentTheRestFails() {
        assertThat(Division.of(new Refused(NO, Set.of(), Blame.SOME_EDITS), 5, 1))
                .isEmpty();
    }

    @Test
    void whatWasNotAppliedGoesOutAgain() {
        Division division = Division.of(new Partly(List.of(Optional.of(Outcome.succeeded()), none(), none())));

        assertThat(division.parts()).containsExactly(List.of(1, 2));
    }

    private static Optional<Outcome> none() {
        return Optional.empty();
    }
}
