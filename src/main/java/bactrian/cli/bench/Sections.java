package bactrian.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the benchmark, by name, in the order in which they are told. */
final class Sections {
    private static final int COALESCED_WORKERS = 8;
    private static final double RATE = 20;

    private Sections() {}

    static Map<String, Bench.Section> all() {
        Map<String, Bench.Section> sections = new LinkedHashMap<>();
        sections.put("coalescing", Sections::coalescing);
        sections.put("calls", Sections::calls);
        sections.put("rate", Sections::rate);
        sections.put("growth", Sections::growth);
        sections.put("start", StartSection::run);
        return sections;
    }

    private static ObjectNode coalescing(Bench bench, Sizes sizes) throws IOException {
        ObjectNode told = object();
        for (Sample sample : List.of(Sample.YANDEX_TRACKER, Sample.AWORK)) {
            Path file = sample.write(bench.scratch(), sizes.coalescing());
            Measured floor = bench.floor(sample, COALESCED_WORKERS, file);
            Measured own = bench.bactrian(sample, COALESCED_WORKERS, file);
            Files.delete(file);
            ObjectNode one = told.putObject(sample.provider());
            one.put("rowsPerSecondToFloor", floor.seconds() / own.seconds());
            one.put("cpuToFloor", own.cpu() / floor.cpu());
            one.put("callsToMinimum", (double) own.calls() / sample.minimum(sizes.coalescing()));
            one.set("bactrian", own.json());
            one.set("floor", floor.json());
        }
        return told;
    }

    private static ObjectNode calls(Bench bench, Sizes sizes) throws IOException {
        Path warmUp = Sample.CLOSE.write(bench.scratch(), sizes.warmUp());
        Path file = Sample.CLOSE.write(bench.scratch(), sizes.calls());
        List<Measured> floors = new ArrayList<>();
        List<Measured> plains = new ArrayList<>();
        List<Measured> owns = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            floors.add(bench.floor(Sample.CLOSE, Bench.WORKERS, warmUp, file));
            owns.add(bench.bactrian(Sample.CLOSE, Bench.WORKERS, warmUp, file));
            plains.add(bench.plainRoute(Bench.WORKERS, warmUp, file));
        }
        Measured floor = Bench.median(floors, Measured::callsPerSecond);
        Measured plain = Bench.median(plains, Measured::callsPerSecond);
        Measured own = Bench.median(owns, Measured::callsPerSecond);
        ObjectNode told = object();
        told.put("callsPerSecondToFloor", own.callsPerSecond() / floor.callsPerSecond());
        told.put("callsPerSecondToPlainRoute", own.callsPerSecond() / plain.callsPerSecond());
        told.put("callsToMinimum", (double) own.calls() / Sample.CLOSE.minimum(sizes.calls()));
        told.put("cpuMicrosPerCall", own.cpuMicrosPerCall());
        told.put("cpuMicrosPerCallOfFloor", floor.cpuMicrosPerCall());
        told.put("cpuMicrosPerCallOfPlainRoute", plain.cpuMicrosPerCall());
        told.set("bactrian", own.json());
        told.set("floor", floor.json());
        told.set("plainRoute", plain.json());
        return told;
    }

    private static ObjectNode rate(Bench bench, Sizes sizes) throws IOException {
        Path file = Sample.CLOSE.write(bench.scratch(), (long) RATE * sizes.rateSeconds());
        try (Launched simulator = bench.start("bench-part", "simulator", "--rate", String.valueOf(RATE))) {
            String url = simulator.line().path("url").asText();
            Measured own = bench.bactrian(Sample.CLOSE, url, String.valueOf((int) RATE), COALESCED_WORKERS, file);
            ObjectNode told = object();
            told.put("share", (own.calls() - 1) / own.sending() / RATE); // n calls have n - 1 pauses between them
            told.put("refused", own.refused());
            told.set("bactrian", own.json());
            return told;
        }
    }

    private static ObjectNode growth(Bench bench, Sizes sizes) throws IOException {
        ObjectNode told = object();
        ArrayNode steps = told.putArray("steps");
        for (long rows : sizes.growth()) {
            Path file = Sample.YANDEX_TRACKER.write(bench.scratch(), rows);
            steps.add(bench.bactrian(Sample.YANDEX_TRACKER, COALESCED_WORKERS, file)
                    .json());
            Files.delete(file);
        }
        return told;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
