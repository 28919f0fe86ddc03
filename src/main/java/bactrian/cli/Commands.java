package bactrian.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** All commands, and how they are run. */
public final class Commands {

    /**
     * A command, made when it is asked for: picocli looks at each with reflection, a fifth of a short command's time.
     *
     * @param name said here and nowhere else
     */
    private record Entry(String name, Function<House, Object> make) {}

    /** Tells of all the others, so these are made, too. */
    private static final String COMPLETION = "generate-completion";

    /** In the order of the help. */
    private static final List<Entry> ALL = List.of(
            new Entry("demo", DemoCommand::new),
            new Entry("run", RunCommand::new),
            new Entry("plan", PlanCommand::new),
            new Entry("apply", ApplyCommand::new),
            new Entry("jobs", JobsCommand::new),
            new Entry("job", JobCommand::new),
            new Entry("retry", RetryCommand::new),
            new Entry("undo", UndoCommand::new),
            new Entry("verify", VerifyCommand::new),
            new Entry("report", ReportCommand::new),
            new Entry("purge", PurgeCommand::new),
            new Entry("approve", ApproveCommand::new),
            new Entry("cancel", CancelCommand::new),
            new Entry("pause", PauseCommand::new),
            new Entry("resume", ResumeCommand::new),
            new Entry("operations", OperationsCommand::new),
            new Entry("template", TemplateCommand::new),
            new Entry("mapping", MappingCommand::new),
            new Entry("schedules", SchedulesCommand::new),
            new Entry("schedule", ScheduleCommand::new),
            new Entry("codes", CodesCommand::new),
            new Entry("check", CheckCommand::new),
            new Entry("simulate", SimulateCommand::new),
            new Entry("bench", BenchCommand::new),
            new Entry("bench-part", BenchPartCommand::new),
            new Entry("rehearse", RehearseCommand::new),
            new Entry(COMPLETION, house -> new GenerateCompletion()));

    private Commands() {}

    /** Runs one command with the console's streams, in UTF-8. @return its exit code */
    public static int execute(House house, String... arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        return line(house, wanted(arguments), out, err).execute(arguments);
    }

    private static List<Entry> wanted(String... arguments) {
        List<Entry> named = ALL.stream()
                .filter(entry -> arguments.length > 0 && entry.name().equals(arguments[0]))
                .filter(entry -> !entry.name().equals(COMPLETION))
                .toList();
        return named.isEmpty() ? ALL : named;
    }

    /** The command line with all commands, ready to be executed. */
    public static CommandLine line(House house, PrintWriter out, PrintWriter err) {
        return line(house, ALL, out, err);
    }

    private static CommandLine line(House house, List<Entry> entries, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Bactrian(house));
        entries.forEach(entry -> line.addSubcommand(entry.name(), entry.make().apply(house)));
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
}
