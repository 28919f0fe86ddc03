package bactrian;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.cli.Commands;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    private final CommandLine line = Commands.line(new Wiring(), nowhere, nowhere);

    @Test
    void aCommandIsMadeForTheNameItBears() {
        assertThat(line.getSubcommands().keySet()).containsExactlyElementsOf(Commands.names());
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
