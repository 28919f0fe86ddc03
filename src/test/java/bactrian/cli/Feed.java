package bactrian.cli;

import bactrian.simulator.Simulators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Files of every provider and every kind of call: coalesced, single, asynchronous, not safe to repeat. */
final class Feed {

    private final Simulators simulators;
    private final Random random;

    Feed(Simulators simulators, Random random) {
        this.simulators = simulators;
        this.random = random;
    }

    /** Fresh targets in every round, so that what happened to each can be counted. */
    List<Parcel> round(int round) {
        return List.of(
                coalesced(round),
                single(round),
                readBack(round),
                asynchronous(round),
                deleted(round),
                unsafe(round),
                copied(round),
                unsafeAsynchronous(round),
                selecting(round));
    }

    /** Some tasks come twice: the later row must win. */
    private Parcel coalesced(int round) {
        StringBuilder csv = new StringBuilder("id,isPrio\n");
        List<String> targets = new ArrayList<>();
        Map<String, String> oracle = new LinkedHashMap<>();
        for (int row = 0; row < 230; row++) {
            String task = task(1, round, row % 210);
            String prio = String.valueOf(random.nextBoolean());
            csv.append(task).append(',').append(prio).append('\n');
            targets.add(task);
            oracle.put(task, prio);
        }
        return new Parcel(
                "awork/setprio/prio-" + round + ".csv", csv.toString(), simulators.awork(), targets, oracle, "/isPrio");
    }

    private Parcel single(int round) {
        StringBuilder csv = new StringBuilder("id,text\n");
        List<String> targets = new ArrayList<>();
        Map<String, String> oracle = new LinkedHashMap<>();
        for (int row = 0; row < 8; row++) {
            String task = "task_r" + round + "n" + row % 6;
            String text = "Text " + round + " " + row;
            csv.append(task).append(',').append(text).append('\n');
            targets.add(task);
            oracle.put(task, text);
        }
        return new Parcel(
                "close/update-task/text-" + round + ".csv",
                csv.toString(),
                simulators.closeSimulator(),
                targets,
                oracle,
                "/text");
    }

    /** Close says of such a call that it was taken, not what it changed: the tasks are read back. */
    private Parcel readBack(int round) {
        StringBuilder csv = new StringBuilder("id,is_complete\n");
        List<String> targets = new ArrayList<>();
        Map<String, String> oracle = new LinkedHashMap<>();
        for (int row = 0; row < 12; row++) {
            String task = "task_b" + round + "n" + row;
            csv.append(task).append(",true\n");
            targets.add(task);
            oracle.put(task, "true");
        }
        return new Parcel(
                "close/update-tasks/complete-" + round + ".csv",
                csv.toString(),
                simulators.closeSimulator(),
                targets,
                oracle,
                "/is_complete");
    }

    /** A repeat finds nothing to delete any more, which is what was wanted. */
    private Parcel deleted(int round) {
        StringBuilder csv = new StringBuilder("id\n");
        List<String> targets = new ArrayList<>();
        Map<String, String> oracle = new LinkedHashMap<>();
        for (int row = 0; row < 6; row++) {
            String task = task(3, round, row);
            csv.append(task).append('\n');
            targets.add(task);
            oracle.put(task, Parcel.GONE);
        }
        return new Parcel(
                "awork/delete/old-" + round + ".csv", csv.toString(), simulators.awork(), targets, oracle, "/id");
    }

    private Parcel asynchronous(int round) {
        List<String> targets = new ArrayList<>();
        Map<String, String> oracle = new LinkedHashMap<>();
        for (int row = 0; row < 30; row++) {
            targets.add("SAFE-" + (1000 * round + row + 1));
        }
        targets.forEach(issue -> oracle.put(issue, "minor"));
        return new Parcel(
                "priority-" + round + ".json",
                "{\"provider\": \"yandex-tracker\", \"operation\": \"update\", \"ids\": [\""
                        + String.join("\", \"", targets) + "\"], \"values\": {\"values\": {\"priority\": \"minor\"}}}",
                simulators.yandexTracker(),
                targets,
                oracle,
                "/priority/key");
    }

    private Parcel unsafe(int round) {
        StringBuilder csv = new StringBuilder("id,daysOffset\n");
        List<String> targets = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            String task = task(2, round, row);
            csv.append(task).append(',').append(row + 1).append('\n');
            targets.add(task);
        }
        return new Parcel(
                "awork/adjustdates/later-" + round + ".csv", csv.toString(), simulators.awork(), targets, Map.of(), "");
    }

    private Parcel unsafeAsynchronous(int round) {
        List<String> targets = new ArrayList<>();
        List<String> instructions = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            String issue = "ONCE-" + (1000 * round + n + 1);
            targets.add(issue);
            instructions.add("{\"provider\": \"yandex-tracker\", \"operation\": \"update\", \"ids\": [\"" + issue
                    + "\"], \"values\": {\"values\": {\"comment\": \"Note " + n + "\"}}}");
        }
        return new Parcel(
                "comments-" + round + ".json",
                "[" + String.join(",\n", instructions) + "]",
                simulators.yandexTracker(),
                targets,
                Map.of(),
                "");
    }

    private Parcel copied(int round) {
        List<String> targets = List.of(task(4, round, 0), task(4, round, 1), task(4, round, 2));
        return new Parcel(
                "awork/copy/copy-" + round + ".csv",
                "id\n" + String.join("\n", targets) + "\n",
                simulators.awork(),
                targets,
                Map.of(),
                "");
    }

    /** Edits by selection: barriers, each of which starts another bulk edit when it is repeated. */
    private Parcel selecting(int round) {
        List<String> targets = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 2; n++) {
            String lead = "lead_r" + round + "n" + n;
            targets.add(lead);
            lines.append("{\"provider\": \"close\", \"operation\": \"bulk-edit\", \"where\": {\"type\": \"id\","
                            + " \"value\": \"")
                    .append(lead)
                    .append("\"}, \"values\": {\"type\": \"set_lead_status\", \"lead_status_id\": \"stat_won\"}}\n");
        }
        return new Parcel(
                "status-" + round + ".ndjson", lines.toString(), simulators.closeSimulator(), targets, Map.of(), "");
    }

    private static String task(int kind, int round, int row) {
        return String.format(Locale.ROOT, "a3f1c9e2-%04x-4f8a-9c2e-%04x%08x", kind, round, row);
    }
}
