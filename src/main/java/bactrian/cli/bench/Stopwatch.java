package bactrian.cli.bench;

/** Time on the clock and time on the processors. */
final class Stopwatch {
    private final long startNanos = System.nanoTime();
    private final double startCpu = Usage.cpuSeconds();
    private double seconds;
    private double cpu;

    static Stopwatch start() {
        return new Stopwatch();
    }

    void stop() {
        seconds = (System.nanoTime() - startNanos) / 1e9;
        cpu = Usage.cpuSeconds() - startCpu;
    }

    double seconds() {
        return seconds;
    }

    double cpuSeconds() {
        return cpu;
    }
}
