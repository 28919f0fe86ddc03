package bactrian.cli;

import bactrian.cli.bench.Parts;
import bactrian.config.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** One process of the benchmark. Not for people. */
@Command(hidden = true, description = "One process of the benchmark; 'bench' starts it.")
final class BenchPartCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Parameters(index = "0", paramLabel = "PART")
    private String part = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--provider")
    private String provider = "";

    @Option(names = "--url")
    private String url = "";

    @Option(names = "--rate")
    private double rate;

    @Option(names = "--workers")
    private int workers = 1;

    BenchPartCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws Exception {
        Parts parts = new Parts(place.out());
        switch (part) {
            case "stand-in" -> parts.standIn();
            case "simulator" -> parts.simulator(rate);
            case "job" -> parts.job(place.house(), place.settings(Patience.SERVICE), place.home(), files);
            case "floor" -> parts.floor(provider, url, workers, files);
            case "plain" -> parts.plain(url, workers, files);
            case "bare-start" -> parts.bareStart(place.home());
            default -> throw new ParameterException(place.line(), "There is no part " + part + ".");
        }
        return ExitCode.DONE;
    }
}
