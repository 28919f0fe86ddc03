package bactrian.cli;

import bactrian.simulator.Simulators;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The program with a home of its own, against simulated providers in this process. */
abstract class ProgramAtHome {
    final Path home;
    final Simulators simulators;
    final Program program;
    final RunningService running;

    ProgramAtHome(@TempDir Path home) {
        this(home, Simulators.start());
    }

    ProgramAtHome(Path home, Simulators simulators) {
        this.home = home;
        this.simulators = simulators;
        this.program = new Program(home, simulators);
        this.running = new RunningService(home);
    }

    @AfterEach
    void closeSimulators() {
        simulators.close();
    }
}
