package bactrian.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that was started with the launcher, as users start it, and is ended when this is closed. */
final class Launched implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> CREDENTIALS = Map.of(
            "CLOSE_API_KEY", "key",
            "AWORK_TOKEN", "token",
            "YANDEX_TRACKER_TOKEN", "token",
            "YANDEX_TRACKER_ORG_ID", "1",
            "BACTRIAN_HTTP_PORT", "0",
            "BACTRIAN_QUEUE_PORT", "0",
            "BACTRIAN_LOG_LEVEL", "error",
            "BACTRIAN_NO_BUILD", "1");

    private final Process process;
    private final BufferedReader out;

    private Launched(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param folder where the launcher is */
    static Launched start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("bactrian").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(CREDENTIALS);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("BACTRIAN_LEDGER_") || name.equals("BACTRIAN_HOME"));
        return new Launched(builder.start());
    }

    /** The next line of its output, or all that is left of it where it is one document. */
    JsonNode line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line);
            if (line.endsWith("}")) {
                return JSON.readTree(text.toString());
            }
        }
        throw new IOException("A process of the benchmark ended without a figure; what it said is above.");
    }

    void await() throws IOException, InterruptedException {
        out.transferTo(java.io.Writer.nullWriter());
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("A process of the benchmark ended with " + code + "; what it said is above.");
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
