package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {

    @ParameterizedTest
    @CsvSource({
        "awork/setprio,awork,setprio",
        "awork,awork,",
        "./awork/setprio,awork,setprio",
        "awork/setprio/x,awork,setprio"
    })
    void aFolderNamesProviderAndOperation(Path folder, String provider, String operation) {
        assertThat(Defaults.ofFolder(folder))
                .isEqualTo(new Defaults(Optional.of(provider), Optional.ofNullable(operation), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "./."})
    void theInboxItselfNamesNothing(Path folder) {
        assertThat(Defaults.ofFolder(folder)).isEqualTo(Defaults.NONE);
    }
}
