package bactrian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.instruction.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that senders choose are made safe. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "prio.csv,                  prio.csv,          prio",
        "../../etc/passwd,          passwd.csv,        passwd",
        "C:\\Temp\\my tasks.CSV,    my tasks.CSV,      my-tasks",
        ".hidden.csv,               hidden.csv,        hidden",
        "приоритет.csv,             приоритет.csv,     job",
        "a:b*c?.csv,                a_b_c_.csv,        a_b_c_",
        "..,                        instruction.csv,   instruction",
        "upload,                    upload.csv,        upload",
        "v1.2-final.json,           v1.2-final.json,   v1-2-final",
    })
    void namesBecomePlain(String name, String safe, String stem) {
        assertThat(FileNames.safe(name, Format.CSV)).isEqualTo(safe);
        assertThat(FileNames.stem(safe)).isEqualTo(stem);
    }

    @Test
    void longNamesAreCutWithoutTearingALetterApart() {
        String safe = FileNames.safe("𝒜".repeat(300) + ".csv", Format.CSV);

        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(154);
        assertThat(safe).endsWith("𝒜.csv");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(FileNames.safe("a\nb\u0000c.csv", Format.CSV)).isEqualTo("a_b_c.csv");
    }
}
