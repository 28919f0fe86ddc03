package bactrian.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * What one part came to, in a process of its own.
 *
 * @param calls sent
 * @param refused answers 429
 * @param seconds from the file to the end
 * @param sending seconds from the first call to the last
 * @param cpu seconds of processor time from the file to the end, all threads
 * @param sendingCpu the same while calls were sent
 * @param peak bytes that were resident at most since the process started; 0 where unknown
 */
record Measured(
        long rows, long calls, long refused, double seconds, double sending, double cpu, double sendingCpu, long peak) {
    private static final JsonMapper JSON = new JsonMapper();

    ObjectNode json() {
        return JSON.valueToTree(this);
    }

    static Measured of(JsonNode json) throws IOException {
        return JSON.treeToValue(json, Measured.class);
    }

    double rowsPerSecond() {
        return rows / seconds;
    }

    double callsPerSecond() {
        return calls / sending;
    }

    double cpuMicrosPerCall() {
        return sendingCpu * 1e6 / calls;
    }
}
