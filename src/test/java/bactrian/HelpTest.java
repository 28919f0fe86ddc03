package bactrian;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.cli.Commands;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

    @Test
    void theListOfCommandsSaysAWholeSentenceOfEach() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = Commands.line(new Wiring(), nowhere, nowhere);

        assertThat(line.getSubcommands().values())
                .extracting(CommandLine::getCommandSpec)
                .allSatisfy(command -> assertThat(command.usageMessage().description()[0])
                        .as(command.name())
                        .endsWith("."));
    }
}
