package bactrian.cli;

import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the outcome codes and what to do about each. */
@Command(description = "Lists the outcome codes and what to do about each.")
final class CodesCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Mixin
    private final JsonOption json = new JsonOption();

    CodesCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() {
        PrintWriter out = place.out();
        if (json.wanted()) {
            ObjectNode document = Json.object();
            ArrayNode codes = document.putArray("codes");
            for (Code code : Code.values()) {
                codes.addObject().put("code", code.word()).put("hint", code.hint());
            }
            out.println(Json.text(document));
        } else {
            Table table = new Table("code", "what to do");
            for (Code code : Code.values()) {
                table.row(code.word(), code.hint());
            }
            table.print(out, "");
        }
        return ExitCode.DONE;
    }
}
