package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Ending;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Work;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One bulk change: how far it is, and which issues it failed. */
final class BulkChange {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

    private final Work work;
    private final IssueEdit edit;
    private final List<String> keys;
    private final Map<String, ObjectNode> failed = new LinkedHashMap<>();
    private int hiddenFor;
    private int done;

    BulkChange(Work work, IssueEdit edit, List<String> keys, int hiddenFor) {
        this.work = work;
        this.edit = edit;
        this.keys = keys;
        this.hiddenFor = hiddenFor;
    }

    /** Whether a look so soon finds nothing. */
    boolean hidden() {
        return hiddenFor-- > 0;
    }

    void run(Ending ending) {
        int reached = ending == Ending.DONE ? keys.size() : ending == Ending.FAILED_HALFWAY ? keys.size() / 2 : 0;
        for (int n = 0; n < keys.size(); n++) {
            String key = keys.get(n);
            if (n >= reached) {
                failed.put(key, TrackerVoice.problem(500, Map.of(), List.of("Операция прервана.")));
            } else {
                edit.problem(key).ifPresentOrElse(problem -> failed.put(key, problem), () -> edit.apply(key));
            }
        }
        done = keys.size() - failed.size();
    }

    ObjectNode json(URI base, double share) {
        ObjectNode json = Json.object().put("id", work.id()).put("self", base + "/bulkchange/" + work.id());
        json.putObject("createdBy")
                .put("self", base + "/users/1234567890")
                .put("id", "1234567890")
                .put("display", "Имя Фамилия");
        json.put("createdAt", TIME.format(work.startedAt().atOffset(ZoneOffset.UTC)));
        String status = status(share);
        json.put("status", status).put("statusText", text(status));
        json.put("executionChunkPercent", (int) (share * 100)).put("executionIssuePercent", (int) (share * 100));
        if (!status.equals("CREATED")) {
            json.put("totalIssues", keys.size());
            json.put("totalCompletedIssues", work.finished() ? done : (int) (keys.size() * share));
        }
        return json;
    }

    /** The issues that failed, and, as a trap for those who take every row for a failure, one that did not. */
    ArrayNode rows(URI base) {
        ArrayNode rows = Json.array();
        if (work.finished()) {
            keys.stream()
                    .filter(key -> !failed.containsKey(key))
                    .limit(1)
                    .forEach(key -> row(rows, base, key, "COMPLETE"));
            failed.forEach((key, problem) -> row(rows, base, key, "FAILED").set("error", problem));
        }
        return rows;
    }

    private static ObjectNode row(ArrayNode rows, URI base, String key, String status) {
        ObjectNode row = rows.addObject();
        row.putObject("issue")
                .put("self", base + "/issues/" + key)
                .put("id", "id-" + key)
                .put("key", key)
                .put("display", key);
        return row.put("status", status).put("statusText", text(status));
    }

    private String status(double share) {
        if (work.finished()) {
            return failed.isEmpty() ? "COMPLETE" : "FAILED";
        }
        return share <= 0 ? "CREATED" : "RUNNING";
    }

    private static String text(String status) {
        return switch (status) {
            case "CREATED" -> "Операция массового редактирования задач создана.";
            case "COMPLETE" -> "Все задачи были успешно изменены.";
            case "FAILED" -> "Некоторые задачи не удалось изменить.";
            default -> "Операция массового редактирования задач выполняется.";
        };
    }
}
