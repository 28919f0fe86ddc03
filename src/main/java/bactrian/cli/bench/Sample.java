package bactrian.cli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A kind of file that is measured with.
 *
 * @param header of the CSV, without provider and operation
 * @param changes distinct changes; 0 where each row has its own
 */
record Sample(String provider, String operation, String header, int idsPerCall, int changes, Row row) {
    /** Calls by Close's {@code PUT /task/{id}/}: one a row. */
    static final Sample CLOSE =
            new Sample("close", "update-task", "id,text", 1, 0, n -> "task_" + n + ",Call back about offer " + n);

    static final Sample YANDEX_TRACKER = new Sample(
            "yandex-tracker",
            "update",
            "id,priority.key,values.storyPoints",
            10_000,
            100,
            n -> "QUEUE-" + n + ",normal," + n % 100);

    static final Sample AWORK = new Sample(
            "awork",
            "setprio",
            "id,isPrio",
            100,
            2,
            n -> String.format("%08x-0000-4000-8000-%012x", n, n) + (n % 2 == 0 ? ",true" : ",false"));

    static final List<Sample> ALL = List.of(CLOSE, YANDEX_TRACKER, AWORK);

    /** Cells of the row with this number, from 1. */
    @FunctionalInterface
    interface Row {
        String of(long number);
    }

    static Sample of(String provider) {
        return ALL.stream()
                .filter(sample -> sample.provider.equals(provider))
                .findFirst()
                .orElseThrow();
    }

    /** The fewest calls that this many rows can be. */
    long minimum(long rows) {
        if (changes == 0) {
            return rows;
        }
        return LongStream.range(0, changes)
                .map(change -> rows / changes + (change < rows % changes ? 1 : 0))
                .map(share -> (share + idsPerCall - 1) / idsPerCall)
                .sum();
    }

    Path write(Path folder, long rows) throws IOException {
        Path file = folder.resolve(provider + "-" + rows + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("provider,operation," + header + "\n");
            String start = provider + "," + operation + ",";
            for (long number = 1; number <= rows; number++) {
                out.write(start);
                out.write(row.of(number));
                out.write('\n');
            }
        }
        return file;
    }
}
