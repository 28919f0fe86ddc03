package bactrian.cli;

import bactrian.broker.QueuePlace;
import bactrian.config.BadConfig;
import bactrian.config.Home;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.config.SettingsLoader;
import bactrian.simulator.Simulators;
import bactrian.simulator.wire.Effect;
import bactrian.simulator.wire.Fault;
import bactrian.simulator.wire.Simulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job on a fresh machine, against simulated providers. */
@Command(description = "Does the main job on sample files against simulated providers; nothing leaves this machine.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    DemoCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, IOException, InterruptedException {
        Home home = new Home(Files.createTempDirectory("bactrian-demo-"));
        home.prepare();
        PrintWriter out = place.out();
        try (Interruption interruption = Interruption.heed(ExitCode.INTERRUPTED);
                Simulators simulators = Simulators.start()) {
            simulators.awork().faults().add(Fault.once(Effect.TOO_MANY_REQUESTS).pausing(Duration.ofSeconds(2)));
            Settings settings = new SettingsLoader(
                            place.house().providers(), place.house().environment(), Patience.FOREGROUND)
                    .load(place.config(), overrides(home, simulators));
            place.err().println("bactrian: a demonstration in " + home.root());
            DemoRun run = new DemoRun(place.house(), settings, home, place.err(), interruption);
            return new DemoReport(home, run.run()).print(out);
        } catch (Interrupted interrupted) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** These win over every file, so that nothing of the demonstration can reach a real account. */
    private Map<String, String> overrides(Home home, Simulators simulators) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (Simulator simulator : simulators.all()) {
            String connection = "bactrian.connections." + simulator.name() + ".";
            overrides.put(connection + "provider", simulator.name());
            overrides.put(connection + "base-url", simulator.url().toString());
            overrides.put(connection + "poll-interval", "300ms");
        }
        overrides.put("bactrian.connections.close.api-key", "demo");
        overrides.put("bactrian.connections.awork.token", "demo");
        overrides.put("bactrian.connections.yandex-tracker.token", "demo");
        overrides.put("bactrian.connections.yandex-tracker.org-id", "demo");
        overrides.put("bactrian.proxy", "");
        overrides.put(
                "bactrian.schedule-folder", new DemoSchedule(home).folder().toString());
        overrides.put("bactrian.queue.enabled", "true");
        overrides.put("bactrian.queue.url", "");
        overrides.put("bactrian.queue.user", "");
        overrides.put("bactrian.queue.password", "");
        overrides.put("bactrian.queue.password-file", "");
        overrides.put("bactrian.queue.host", QueuePlace.LOOPBACK);
        overrides.put("bactrian.queue.port", "0");
        return overrides;
    }
}
