package bactrian.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The least that has to be done: parse the file, group rows in memory, post the same calls with the same HTTP client. No
 * checks, no ledger, no results, no limits: nobody would know what became of a row.
 */
final class Floor {
    private final Sample sample;
    private final BareClient client;
    private final int workers;

    Floor(Sample sample, BareClient client, int workers) {
        this.sample = sample;
        this.client = client;
        this.workers = workers;
    }

    /** @return how many calls were made */
    int run(Path file) throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Boolean>> calls = calls(file);
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                call.get();
            }
            return calls.size();
        } finally {
            threads.shutdown();
        }
    }

    private List<Callable<Boolean>> calls(Path file) throws IOException {
        Map<String, List<String>> idsByChange = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : rows) {
                if (!header) {
                    String change = String.join(",", row.getFields().subList(3, row.getFieldCount()));
                    idsByChange
                            .computeIfAbsent(change, one -> new ArrayList<>())
                            .add(row.getField(2));
                }
                header = false;
            }
        }
        List<Callable<Boolean>> calls = new ArrayList<>();
        idsByChange.forEach((change, ids) -> {
            for (int from = 0; from < ids.size(); from += sample.idsPerCall()) {
                List<String> own = ids.subList(from, Math.min(from + sample.idsPerCall(), ids.size()));
                calls.add(() -> send(change, own));
            }
        });
        return calls;
    }

    private boolean send(String change, List<String> ids) {
        try {
            switch (sample.provider()) {
                case "close" -> client.send("PUT", "/task/" + ids.get(0) + "/", object("text", change));
                case "awork" -> client.send("POST", "/tasks/batch/setprio", with(ids, "taskIds", "isPrio", change));
                default -> {
                    client.send("POST", "/bulkchange/_update", with(ids, "issues", "values", change));
                    client.send("GET", "/bulkchange/1", "");
                    client.send("GET", "/bulkchange/1/issues", "");
                }
            }
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }

    private static String with(List<String> ids, String list, String name, String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray(list);
        ids.forEach(array::add);
        return body.put(name, value).toString();
    }
}
