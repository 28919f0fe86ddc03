package bactrian.cli.bench;

import bactrian.cli.House;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The benchmark: chosen sections, one after the other, as one document of figures. */
public final class BenchRun {
    private final House house;
    private final Path scratch;

    /** @param scratch for files and homes; up to 1 GB */
    public BenchRun(House house, Path scratch) {
        this.house = house;
        this.scratch = scratch;
    }

    /** What can be chosen. */
    public static Set<String> sections() {
        return Sections.all().keySet();
    }

    /**
     * Measures.
     *
     * @param chosen of {@link #sections}
     * @param progress told what comes next
     */
    public ObjectNode run(Set<String> chosen, Sizes sizes, Consumer<String> progress)
            throws IOException, InterruptedException {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putObject("machine")
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        try (Launched standIn = Launched.start(house.folder(), java.util.List.of("bench-part", "stand-in"))) {
            String url = "http://127.0.0.1:" + standIn.line().path("port").asInt();
            Bench bench = new Bench(house, scratch, url);
            for (Map.Entry<String, Bench.Section> section : Sections.all().entrySet()) {
                if (chosen.contains(section.getKey())) {
                    progress.accept(section.getKey());
                    told.set(section.getKey(), section.getValue().run(bench, sizes));
                }
            }
        }
        return told;
    }
}
