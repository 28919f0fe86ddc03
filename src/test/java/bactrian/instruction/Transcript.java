package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a reader says, a line a thing. */
final class Transcript implements EditSink {
    private final List<String> lines = new ArrayList<>();

    static Transcript none() {
        return new Transcript();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void edit(Edit edit) {
        String connection = edit.change().connection().equals(edit.change().provider())
                ? ""
                : "@" + edit.change().connection();
        String target = edit.change().where().map(where -> "where " + where).orElse(edit.target());
        String bundle = edit.bundle().isPresent() ? " #" + edit.bundle().getAsLong() : "";
        lines.add(edit.ordinal() + " " + edit.change().provider() + connection + " "
                + edit.change().operation() + " " + target + " " + edit.change().values() + bundle);
    }

    @Override
    public void invalid(long ordinal, Problem problem) {
        lines.add(ordinal + " ! " + problem.code().word());
    }

    static String line(Problem problem) {
        Place place = problem.place();
        return problem.code().word()
                + (place.line().isPresent() ? " line " + place.line().getAsLong() : "")
                + (place.row().isPresent() ? " row " + place.row().getAsLong() : "")
                + place.field().map(field -> " " + field).orElse("")
                + ": " + problem.message()
                + problem.found().map(found -> " [" + found + "]").orElse("");
    }
}
