package bactrian.simulator;

import bactrian.simulator.wire.Pace;
import java.time.InstantSource;

/**
 * How the simulators start: on free ports, without a rate limit, with a small sample, until told otherwise. Each method
 * changes these options and gives them back.
 */
public final class SimulatorOptions {

    /** What the worlds hold at the start. */
    public enum Sample {
        /** Nothing that a filter or query could select. */
        NONE,
        /** A few dozen tasks, leads and issues. */
        SMALL
    }

    int closePort;
    int aworkPort;
    int yandexTrackerPort;
    double requestsPerSecond;
    Pace pace = new Pace.Looks(3);
    int graceLooks;
    Sample sample = Sample.SMALL;
    int logged = 100_000;
    int journalled = 1_000_000;
    InstantSource clock = InstantSource.system();

    private SimulatorOptions() {}

    /** The usual options, for the caller to change. */
    public static SimulatorOptions standard() {
        return new SimulatorOptions();
    }

    /** A port a provider; 0 takes a free one. */
    public SimulatorOptions ports(int close, int awork, int yandexTracker) {
        closePort = close;
        aworkPort = awork;
        yandexTrackerPort = yandexTracker;
        return this;
    }

    /** The token bucket of each provider, in requests a second; 0 for no limit. */
    public SimulatorOptions requestsPerSecond(double limit) {
        requestsPerSecond = limit;
        return this;
    }

    /** How work that goes on after its answer gets on: over after three looks by default. */
    public SimulatorOptions pace(Pace other) {
        pace = other;
        return this;
    }

    /** How often a fresh Yandex bulk change answers 404 before it is found; 0 by default. */
    public SimulatorOptions graceLooks(int looks) {
        graceLooks = looks;
        return this;
    }

    /** What the worlds hold at the start. */
    public SimulatorOptions sample(Sample other) {
        sample = other;
        return this;
    }

    /** How many requests each log (100 000) and how many applied changes each journal keeps (1 000 000, 40 bytes each). */
    public SimulatorOptions keeping(int requests, int changes) {
        logged = requests;
        journalled = changes;
        return this;
    }

    /** The time the providers go by. */
    public SimulatorOptions clock(InstantSource other) {
        clock = other;
        return this;
    }
}
