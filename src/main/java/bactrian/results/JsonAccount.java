package bactrian.results;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.JsonRows;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The account of a JSON or NDJSON document: {@code results.ndjson} and, where needed, {@code failed.ndjson} and {@code
 * unknown.ndjson}.
 */
final class JsonAccount implements Account {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Document document;
    private final Verdicts verdicts;
    private final WholeFolder folder;
    private final Count count = new Count();
    private long ordinal;

    JsonAccount(Document document, Verdicts verdicts, WholeFolder folder) {
        this.document = document;
        this.verdicts = verdicts;
        this.folder = folder;
    }

    @Override
    public Count write() throws IOException {
        try (JsonRows rows = JsonRows.open(document);
                BufferedWriter results =
                        Files.newBufferedWriter(folder.file("results.ndjson"), StandardCharsets.UTF_8);
                InstructionFile failed = new InstructionFile(folder.file("failed.ndjson"));
                InstructionFile unknown = new InstructionFile(folder.file("unknown.ndjson"))) {
            while (rows.next()) {
                ObjectNode instruction = complete(rows.instruction());
                count.reference()
                        .add(Optional.ofNullable(instruction.get("reference"))
                                .filter(said -> said.isValueNode() && !said.isNull())
                                .map(JsonNode::asText));
                Optional<JsonNode> id = rows.nextId();
                do {
                    Verdicts.Verdict verdict = verdicts.on(ordinal++);
                    count.add(verdict.outcome());
                    results.write(JSON.writeValueAsString(line(rows.row(), instruction, id, verdict)));
                    results.write('\n');
                    Status status = verdict.outcome().status();
                    if (status == Status.FAILED || status == Status.UNKNOWN) {
                        InstructionFile again = status == Status.FAILED ? failed : unknown;
                        again.instruction(instruction);
                        if (id.isPresent()) {
                            again.id(id.get());
                        }
                    }
                    id = id.isPresent() ? rows.nextId() : id;
                } while (id.isPresent());
                failed.end();
                unknown.end();
            }
        }
        return count;
    }

    /** The instruction with what the folder, the message or the command line said where it says nothing itself. */
    private ObjectNode complete(ObjectNode instruction) {
        Defaults defaults = document.defaults();
        ObjectNode all = JSON.createObjectNode();
        fill(all, "provider", defaults.provider(), instruction);
        fill(all, "operation", defaults.operation(), instruction);
        fill(all, "connection", defaults.connection(), instruction);
        instruction.properties().forEach(field -> {
            if (!all.has(field.getKey())) {
                all.set(field.getKey(), field.getValue());
            }
        });
        return all;
    }

    private static void fill(ObjectNode all, String field, Optional<String> said, ObjectNode instruction) {
        if (instruction.hasNonNull(field)) {
            all.set(field, instruction.get(field));
        } else {
            said.ifPresent(text -> all.put(field, text));
        }
    }

    private static ObjectNode line(long row, ObjectNode instruction, Optional<JsonNode> id, Verdicts.Verdict verdict) {
        Outcome outcome = verdict.outcome();
        ObjectNode line = JSON.createObjectNode();
        line.put("row", row);
        copy(instruction, "provider", line);
        copy(instruction, "operation", line);
        if (instruction.hasNonNull("connection")) {
            copy(instruction, "connection", line);
        } else if (instruction.hasNonNull("provider")) {
            line.set("connection", instruction.get("provider"));
        }
        id.ifPresentOrElse(node -> line.set("id", node), () -> copy(instruction, "where", line));
        copy(instruction, "reference", line);
        line.put("status", outcome.status().word());
        line.put("code", outcome.code().word());
        line.put("message", outcome.message());
        line.put("hint", outcome.hint());
        outcome.affected().ifPresent(affected -> line.put("affected", affected));
        if (verdict.call() > 0) {
            line.put("call", verdict.call());
        }
        return line;
    }

    private static void copy(ObjectNode from, String field, ObjectNode to) {
        if (from.hasNonNull(field)) {
            to.set(field, from.get(field));
        }
    }
}
