package bactrian.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long a user waits, in homes that were used before: from the launcher's first line to what was asked for. */
final class StartSection {
    private static final int ROWS = 1_000;
    private static final long LOOK_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private StartSection() {}

    static ObjectNode run(Bench bench, Sizes sizes) throws IOException, InterruptedException {
        Path file = Sample.AWORK.write(bench.scratch(), ROWS);
        Path home = bench.home();
        Path bareHome = bench.home();
        plan(bench, file); // the first start may make what later ones start from
        bare(bench, bareHome);
        service(bench, home);
        List<Double> plans = new ArrayList<>();
        List<Double> runs = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            plans.add(plan(bench, file));
            bares.add(bare(bench, bareHome));
            runs.add(service(bench, home));
        }
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("runToBareStart", median(runs) / median(bares));
        told.put("planSeconds", median(plans));
        told.put("runSeconds", median(runs));
        told.put("bareStartSeconds", median(bares));
        return told;
    }

    private static double plan(Bench bench, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Launched plan = bench.start("plan", "--json", file.toString())) {
            plan.await();
        }
        return since(start);
    }

    private static double bare(Bench bench, Path home) throws IOException {
        long start = System.nanoTime();
        try (Launched bare = bench.start("bench-part", "bare-start", "--home", home.toString())) {
            bare.line();
            return since(start);
        }
    }

    private static double service(Bench bench, Path home) throws IOException {
        Path ready = home.resolve("state/run.json");
        long start = System.nanoTime();
        Launched run = bench.start("run", "--home", home.toString());
        try (run) {
            while (!Files.exists(ready)) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IOException("The service did not start; what it said is above.");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return since(start);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
