package bactrian.proof;

import bactrian.dispatch.Unanswered;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits of a saved plan that do not come to what they came to when it was made.
 *
 * @param shown the first of them, a line each, for people
 */
public record Staleness(long edits, List<String> shown) {
    private static final int SHOWN = 20;

    /** Reads all targets of a plan again. */
    public static Staleness now(SavedPlan plan, Comparing comparing, Charset charset, ZoneId zone)
            throws IOException, InterruptedException, Unanswered {
        Path instruction = Files.createTempFile(Files.createDirectories(comparing.folder()), ".stale-", "");
        try (Comparison now = comparing.compare(plan.document(instruction, charset, zone), count -> {})) {
            return of(plan, now);
        } finally {
            Files.deleteIfExists(instruction);
        }
    }

    /** Holds a plan against a comparison of the same instruction made now. */
    static Staleness of(SavedPlan plan, Comparison now) throws IOException {
        long[] edits = {0};
        List<String> shown = new ArrayList<>();
        SavedPlan.edits(plan.file(), then -> {
            Optional<ObjectNode> line = now.line(Compared.ordinal(then));
            if (line.filter(found -> same(then, found)).isEmpty()) {
                edits[0]++;
                if (shown.size() < SHOWN) {
                    shown.add("row " + then.path(Compared.ROW).asText() + " "
                            + then.path("id").asText(then.path("where").toString()) + ": was "
                            + said(then) + ", is "
                            + line.map(Staleness::said).orElse("not there"));
                }
            }
        });
        return new Staleness(edits[0], shown);
    }

    /** Only the fields that the plan knows. */
    private static boolean same(ObjectNode then, ObjectNode now) {
        for (String part : List.of(Compared.BEFORE, Compared.SELECTION)) {
            if (then.get(part) instanceof ObjectNode values) {
                for (var field : values.properties()) {
                    if (!field.getValue().equals(now.path(part).path(field.getKey()))) {
                        return false;
                    }
                }
            }
        }
        return then.path(Compared.SELECTED).equals(now.path(Compared.SELECTED))
                && (Compared.state(then) == Compared.State.MISSING) == (Compared.state(now) == Compared.State.MISSING);
    }

    private static String said(ObjectNode line) {
        return line.has(Compared.BEFORE)
                ? line.get(Compared.BEFORE).toString()
                : line.path(Compared.STATE).asText();
    }
}
