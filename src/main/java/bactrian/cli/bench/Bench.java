package bactrian.cli.bench;

import bactrian.cli.House;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs parts of the benchmark, each in a process of its own, one after the other. */
final class Bench {
    static final int WORKERS = 64;
    private static final String UNLIMITED = "100000";

    private final Path folder;
    private final Path scratch;
    private final String standIn;
    private int homes;

    /**
     * @param scratch for files and homes
     * @param standIn URL of the server that answers at once
     */
    Bench(House house, Path scratch, String standIn) {
        this.folder = house.folder();
        this.scratch = scratch;
        this.standIn = standIn;
    }

    Path scratch() {
        return scratch;
    }

    String standIn() {
        return standIn;
    }

    Launched start(String... arguments) throws IOException {
        return Launched.start(folder, List.of(arguments));
    }

    /** A home that nothing has been done in. */
    Path home() throws IOException {
        return Files.createDirectories(scratch.resolve("home-" + ++homes));
    }

    Measured bactrian(Sample sample, int workers, Path... files) throws IOException {
        return bactrian(sample, standIn, UNLIMITED, workers, files);
    }

    Measured bactrian(Sample sample, String url, String perSecond, int workers, Path... files) throws IOException {
        String connection = "-Dbactrian.connections." + sample.provider() + ".";
        List<String> arguments = new ArrayList<>(List.of(
                "bench-part",
                "job",
                "--home",
                home().toString(),
                "-Dbactrian.hold.rows=1000000000",
                connection + "base-url=" + url,
                connection + "requests-per-second=" + perSecond,
                connection + "max-concurrent-calls=" + workers,
                connection + "poll-interval=1ms"));
        return measured(arguments, files);
    }

    Measured floor(Sample sample, int workers, Path... files) throws IOException {
        return measured(
                new ArrayList<>(List.of(
                        "bench-part",
                        "floor",
                        "--provider",
                        sample.provider(),
                        "--url",
                        standIn,
                        "--workers",
                        String.valueOf(workers))),
                files);
    }

    Measured plainRoute(int workers, Path... files) throws IOException {
        return measured(
                new ArrayList<>(List.of("bench-part", "plain", "--url", standIn, "--workers", String.valueOf(workers))),
                files);
    }

    private Measured measured(List<String> arguments, Path... files) throws IOException {
        for (Path file : files) {
            arguments.add(file.toString());
        }
        try (Launched part = Launched.start(folder, arguments)) {
            JsonNode line = part.line();
            return Measured.of(line);
        }
    }

    static Measured median(List<Measured> all, ToDoubleFunction<Measured> by) {
        return all.stream().sorted(Comparator.comparingDouble(by)).toList().get(all.size() / 2);
    }

    /** A part of the benchmark that can be chosen. */
    interface Section {
        ObjectNode run(Bench bench, Sizes sizes) throws IOException, InterruptedException;
    }
}
