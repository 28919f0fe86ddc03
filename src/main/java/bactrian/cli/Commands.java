package bactrian.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** All commands, and how they are run. */
public final class Commands {

    private Commands() {}

    /** Runs one command with the console's streams, in UTF-8. @return its exit code */
    public static int execute(House house, String... arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        return line(house, out, err).execute(arguments);
    }

    /** The command line, ready to be executed. */
    public static CommandLine line(House house, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Bactrian(house));
        commands(house).forEach(line::addSubcommand);
        line.addSubcommand("generate-completion", new GenerateCompletion());
        return line.setOut(out)
                .setErr(err)
                .registerConverter(Path.class, Commands::path)
                .setExecutionExceptionHandler(new Trouble())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** An empty one would be the folder the command is run in, where most often a variable was not set. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty. Name a file or folder.");
        }
        return Path.of(text);
    }

    private static List<Callable<Integer>> commands(House house) {
        return List.of(
                new DemoCommand(house),
                new RunCommand(house),
                new PlanCommand(house),
                new ApplyCommand(house),
                new JobsCommand(house),
                new JobCommand(house),
                new RetryCommand(house),
                new UndoCommand(house),
                new VerifyCommand(house),
                new ReportCommand(house),
                new PurgeCommand(house),
                new ApproveCommand(house),
                new CancelCommand(house),
                new PauseCommand(house),
                new ResumeCommand(house),
                new OperationsCommand(house),
                new TemplateCommand(house),
                new MappingCommand(house),
                new SchedulesCommand(house),
                new ScheduleCommand(house),
                new CodesCommand(house),
                new CheckCommand(house),
                new SimulateCommand(house),
                new BenchCommand(house),
                new BenchPartCommand(house),
                new RehearseCommand(house));
    }
}
