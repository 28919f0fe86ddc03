package bactrian.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits that people make, of every operation that can be undone, with values from small sets so that they collide. */
public final class AnyEdits {
    private static final JsonMapper JSON = new JsonMapper();

    /** Provider and operation → values, with words in angle brackets to be filled in. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry(
                    "close update-task", List.of("{'text':'<word>'}", "{'priority':'<level>','is_complete':<truth>}")),
            Map.entry(
                    "close update-tasks",
                    List.of(
                            "{'is_complete':<truth>}",
                            "{'assigned_to':'user_<word>'}",
                            "{'date':'<day>','assigned_to':'user_<word>'}",
                            "{'date':'<day>T10:00:00+02:00'}",
                            "{'resolution':'<resolution>','contact_id':null}",
                            "{'due_date':'<day>','text':'<word>'}")),
            Map.entry("awork setprio", List.of("{'isPrio':<truth>}")),
            Map.entry("awork changetaskstatus", List.of("{'newTaskStatusId':'<uuid>'}")),
            Map.entry(
                    "awork changetypeofwork",
                    List.of("{'newTypeOfWorkId':'<uuid>'}", "{'newTypeOfWorkId':'<uuid>','changeTimeEntries':true}")),
            Map.entry(
                    "awork setdates",
                    List.of(
                            "{'newDueDate':'<day>T12:00:00+03:00','removeDueDate':false,'removeStartDate':false}",
                            "{'newDueDate':'2027-01-01T00:00:00Z','newStartDate':'<day>T00:00:00Z','removeDueDate':false,'removeStartDate':false}",
                            "{'newDueDate':'2027-01-01T00:00:00Z','removeDueDate':false,'removeStartDate':true}",
                            "{'removeDueDate':true,'removeStartDate':true}")),
            Map.entry(
                    "awork adjustdates",
                    List.of("{'daysOffset':<number>}", "{'daysOffset':0.5,'adjustSubtasks':true}")),
            Map.entry(
                    "awork assignusers",
                    List.of(
                            "{'userIds':['<uuid>'],'removeOldAssignments':<truth>}",
                            "{'userIds':['<uuid>','<uuid>'],'removeOldAssignments':<truth>}")),
            Map.entry("awork unassignusers", List.of("{'userIds':['<uuid>']}", "{'userIds':null}")),
            Map.entry(
                    "awork movetotasklist",
                    List.of(
                            "{'newTaskListId':'<uuid>','removeFromCurrentList':<truth>}",
                            "{'newTaskListId':'<uuid>'}")),
            Map.entry(
                    "awork movetoproject",
                    List.of(
                            "{'newProjectId':'<uuid>','newTaskListId':'<uuid>'}",
                            "{'newProjectId':'<uuid>','newTaskStatusId':'<uuid>'}")),
            Map.entry("awork moveundertask", List.of("{'newParentTaskId':'<uuid>'}")),
            Map.entry("awork addtags", List.of("{'tags':['<word>']}", "{'tags':['<word> One']}")),
            Map.entry(
                    "yandex-tracker update",
                    List.of(
                            "{'priority':{'key':'<priority>'},'notify':false}",
                            "{'summary':'<word>','notify':false}",
                            "{'assignee':'<word>','notify':false}",
                            "{'assignee':null,'description':null,'notify':false}",
                            "{'tags':['<word>','<word>x'],'notify':false}",
                            "{'tags':{'add':['<word>']},'followers':{'set':['<word>']},'notify':false}",
                            "{'tags':{'remove':['<word>']},'notify':false}",
                            "{'tags':{'replace':[{'target':'<word>','replacement':'<word>y'}]},'notify':false}",
                            "{'storyPoints':<number>,'deadline':'<day>','notify':false}",
                            "{'values':{'custom':<number>},'notify':true}",
                            "{'summary':'<word>','comment':'<word>','notify':false}")));

    private final Random random;

    public AnyEdits(Random random) {
        this.random = random;
    }

    /** One edit. */
    public record Edited(String operation, ObjectNode values) {}

    public Edited of(String provider) {
        List<String> operations = FORMS.keySet().stream()
                .filter(name -> name.startsWith(provider + " "))
                .sorted()
                .toList();
        String name = operations.get(random.nextInt(operations.size()));
        List<String> forms = FORMS.getOrDefault(name, List.of());
        String form = forms.get(random.nextInt(forms.size())).replace('\'', '"');
        while (form.contains("<")) {
            int from = form.indexOf('<');
            int to = form.indexOf('>', from);
            form = form.substring(0, from) + word(form.substring(from + 1, to)) + form.substring(to + 1);
        }
        return new Edited(name.substring(provider.length() + 1), (ObjectNode) json(form));
    }

    private String word(String kind) {
        return switch (kind) {
            case "truth" -> Boolean.toString(random.nextBoolean());
            case "uuid" -> "a0000000-0000-4000-8000-00000000000" + random.nextInt(4);
            case "day" -> "2026-12-0" + (1 + random.nextInt(4));
            case "level" -> random.nextBoolean() ? "high" : "medium";
            case "resolution" -> random.nextBoolean() ? "abandoned" : "skipped";
            case "priority" -> List.of("critical", "minor", "normal").get(random.nextInt(3));
            case "number" -> Integer.toString(random.nextInt(7) - 3);
            default -> List.of("red", "green", "blue").get(random.nextInt(3));
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }
}
