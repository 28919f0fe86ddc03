package bactrian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.simulator.wire.Entry;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One of many connections, each to a server of its own, with a document in which every edit needs its own call. */
final class Account {
    private final String name;
    private final Simulator simulator;
    private final int rows;

    Account(int number, Simulator simulator, int rows) {
        this.name = simulator.name() + "-" + number;
        this.simulator = simulator;
        this.rows = rows;
    }

    Simulator simulator() {
        return simulator;
    }

    void configure(Path connections, double rate, String... more) throws IOException {
        String credentials =
                switch (simulator.name()) {
                    case "close" -> "api-key=key";
                    case "awork" -> "token=token";
                    default -> "token=token\norg-id=1";
                };
        Files.writeString(
                connections.resolve(name + ".properties"),
                "provider=" + simulator.name() + "\nbase-url=" + simulator.url() + "\n" + credentials
                        + "\nrequests-per-second=" + rate + "\npoll-interval=500ms\nsettle-delay=200ms\n"
                        + String.join("\n", more));
    }

    /** Whether a lost answer leads to a repeat. */
    private boolean repeated() {
        return simulator.name().equals("close");
    }

    String fileName() {
        return name + (simulator.name().equals("yandex-tracker") ? ".json" : ".csv");
    }

    String document() {
        return switch (simulator.name()) {
            case "close" ->
                "provider,operation,connection,id,text\n"
                        + lines(row -> "close,update-task," + name + "," + id(row) + ",Text " + row + "\n");
            case "awork" ->
                "provider,operation,connection,id,daysOffset\n"
                        + lines(row -> "awork,adjustdates," + name + "," + id(row) + "," + (row + 1) + "\n");
            default ->
                "["
                        + IntStream.range(0, rows)
                                .mapToObj(row -> "{\"provider\": \"yandex-tracker\", \"operation\": \"update\","
                                        + " \"connection\": \"" + name + "\", \"ids\": [\"" + id(row)
                                        + "\"], \"values\": {\"values\": {\"comment\": \"Note " + row + "\"}}}")
                                .collect(Collectors.joining(",\n"))
                        + "]";
        };
    }

    private String lines(IntFunction<String> line) {
        return IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining());
    }

    private String id(int row) {
        return switch (simulator.name()) {
            case "close" -> "task_n" + row;
            case "awork" -> String.format(Locale.ROOT, "a3f1c9e2-4b7d-4f8a-9c2e-%012x", row);
            default -> "ONCE-" + (row + 1);
        };
    }

    /** Every row once in the results, nothing unsafe applied twice. @return how many rows are unknown */
    int verify(Path results) {
        JsonNode count = Program.json(results.resolve("summary.json")).path("rows");
        int succeeded = count.path("succeeded").asInt();
        int unknown = count.path("unknown").asInt();
        assertThat(succeeded + unknown).as("%s: %s", name, count).isEqualTo(rows);
        List<String> applied =
                simulator.journal().changes().stream().map(Journal.Change::id).toList();
        if (repeated()) {
            assertThat(unknown).as("%s: a repeat is safe", name).isZero();
            assertThat(applied)
                    .as(name)
                    .contains(IntStream.range(0, rows).mapToObj(this::id).toArray(String[]::new));
        } else {
            assertThat(applied).as(name).doesNotHaveDuplicates().hasSizeBetween(succeeded, rows);
        }
        return unknown;
    }

    /** Requests in the fullest time of this length; what asks about calls is sent at the same pace. */
    int fullest(Duration length) {
        List<Instant> sent = new ArrayList<>(
                simulator.log().entries().stream().map(Entry::at).sorted().toList());
        int fullest = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (Duration.between(sent.get(first), sent.get(last)).compareTo(length) >= 0) {
                first++;
            }
            fullest = Math.max(fullest, last - first + 1);
        }
        return fullest;
    }

    @Override
    public String toString() {
        return name;
    }
}
