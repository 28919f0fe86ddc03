package bactrian;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.cli.Commands;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    private final CommandLine line = Commands.line(new Wiring(), nowhere, nowhere);

    @Test
    void aCommandBearsTheNameOfItsClass() {
        assertThat(line.getSubcommands()).allSatisfy((name, command) -> {
            assertThat(command.getCommandSpec().name()).isEqualTo(name);
            assertThat(command.getCommandSpec().userObject().getClass().getSimpleName())
                    .isIn(inOneWord(name), inOneWord(name) + "Command");
        });
    }

    private static String inOneWord(String name) {
        return Pattern.compile("(?:^|-)([a-z])").matcher(name).replaceAll(start -> start.group(1)
                .toUpperCase(Locale.ROOT));
    }

    @Test
    void theListOfCommandsSaysAWholeSentenceOfEach() {
        assertThat(line.getSubcommands().values())
                .extracting(CommandLine::getCommandSpec)
                .allSatisfy(command -> assertThat(command.usageMessage().description()[0])
                        .as(command.name())
                        .endsWith("."));
    }
}
