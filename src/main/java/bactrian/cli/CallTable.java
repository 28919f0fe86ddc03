package bactrian.cli;

import bactrian.ledger.CallRecord;
import bactrian.operation.Change;
import bactrian.outcome.Figures;
import bactrian.outcome.Outcome;
import bactrian.outcome.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The calls of a job as evidence. */
final class CallTable {

    private CallTable() {}

    static Table of(List<CallRecord> records) {
        Table table =
                new Table("call", "connection", "operation", "edits", "state", "requests", "sent", "outcomes", "");
        for (CallRecord record : records) {
            Change change = record.call().change();
            table.row(
                    record.call().number(),
                    change.connection(),
                    change.operation(),
                    Figures.count(record.call().size()),
                    record.state(),
                    record.requests(),
                    record.sentAt().map(Object::toString).orElse("–"),
                    outcomes(record),
                    record.note());
        }
        return table;
    }

    static ObjectNode json(CallRecord record) {
        Change change = record.call().change();
        ObjectNode node = Json.object()
                .put("call", record.call().number())
                .put("connection", change.connection())
                .put("provider", change.provider())
                .put("operation", change.operation())
                .put("edits", record.call().size())
                .put("state", record.state())
                .put("requests", record.requests())
                .put("note", record.note());
        node.set("values", change.values());
        change.where().ifPresent(where -> node.set("where", where));
        record.sentAt().ifPresent(at -> node.put("sentAt", at.toString()));
        record.settledAt().ifPresent(at -> node.put("settledAt", at.toString()));
        ObjectNode counts = node.putObject("outcomes");
        counts(record).forEach((status, count) -> counts.put(status.word(), count));
        return node;
    }

    private static String outcomes(CallRecord record) {
        return counts(record).entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private static Map<Status, Long> counts(CallRecord record) {
        return record.outcomes().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(
                        Outcome::status, () -> new EnumMap<>(Status.class), Collectors.counting()));
    }
}
