package bactrian.cli;

import bactrian.operation.Operation;
import bactrian.web.OperationView;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the catalogue: all of it, one provider's part, or one operation whole. */
@Command(description = "Shows what can be done: parameters, types, limits, whether a repeat is safe.")
final class OperationsCommand implements Callable<Integer> {

    @Mixin
    private final Place place;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROVIDER", description = "Only this provider's.")
    private Optional<String> provider = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OPERATION",
            description = "Only this one, with its parameters.")
    private Optional<String> operation = Optional.empty();

    @Mixin
    private final JsonOption json = new JsonOption();

    OperationsCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws Refused {
        CatalogueNames names = new CatalogueNames(place.house().catalogue());
        List<Operation> chosen = names.choose(provider, operation);
        PrintWriter out = place.out();
        if (json.wanted()) {
            ObjectNode document = Json.object();
            chosen.stream().map(OperationView::of).forEach(document.putArray("operations")::add);
            out.println(Json.text(document));
        } else if (operation.isPresent()) {
            new OperationPage(chosen.get(0)).print(out);
        } else {
            Table table = new Table("provider", "operation", "call", "");
            chosen.forEach(one -> table.row(one.provider(), one.name(), one.endpoint(), one.summary()));
            table.print(out, "");
        }
        return ExitCode.DONE;
    }
}
