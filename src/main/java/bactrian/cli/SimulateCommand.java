package bactrian.cli;

import bactrian.simulator.SimulatorOptions;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the three simulators until it is stopped. */
@Command(description = "Runs the three simulated providers in the foreground and prints their URLs.")
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Option(
            names = "--requests-per-second",
            paramLabel = "R",
            defaultValue = "0",
            description = "The limit of each provider; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double requestsPerSecond;

    @Option(names = "--json", description = "Prints the URLs as JSON.")
    private boolean json;

    SimulateCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = place.out();
        try (Interruption interruption = Interruption.heed(ExitCode.DONE);
                Simulators simulators =
                        Simulators.start(SimulatorOptions.standard().requestsPerSecond(requestsPerSecond))) {
            if (json) {
                ObjectNode urls = Json.object();
                simulators.all().forEach(one -> urls.put(one.name(), one.url().toString()));
                out.println(Json.text(urls));
            } else {
                for (Simulator one : simulators.all()) {
                    out.println("export " + variable(one.name()) + "=" + one.url());
                }
                place.err().println("Any credentials will do. Stop with Ctrl-C.");
            }
            out.flush();
            interruption.await();
        }
        return ExitCode.DONE;
    }

    private String variable(String provider) {
        return place.house().providers().find(provider).orElseThrow().profile().baseUrlVariable();
    }
}
