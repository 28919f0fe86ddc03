package bactrian.cli;

import bactrian.operation.Operation;
import bactrian.operation.Operation.Selector;
import bactrian.operation.Parameter;
import java.io.PrintWriter;

/** One entry of the catalogue for people. */
final class OperationPage {

    private final Operation operation;

    OperationPage(Operation operation) {
        this.operation = operation;
    }

    void print(PrintWriter out) {
        out.println(operation + " – " + operation.summary());
        out.println("  call: " + operation.endpoint());
        if (operation.selectors().contains(Selector.IDS)) {
            out.println("  id: such as " + operation.targetForm().example());
        }
        operation.whereSchema().ifPresent(schema -> out.println("  where: " + SchemaWords.of(schema)));
        out.println("  repeat: " + operation.repeatNote());
        if (!operation.compositionNote().isEmpty()) {
            out.println("  composition: " + operation.compositionNote());
        }
        if (operation.destroys()) {
            out.println("  destroys: what it takes away cannot be brought back");
        }
        operation.notes().forEach(note -> out.println("  note: " + note));
        out.println();
        Table table = new Table("parameter", "type", "", "");
        for (Parameter parameter : operation.parameters()) {
            table.row(
                    parameter.name(),
                    SchemaWords.of(parameter.schema()),
                    parameter.required() ? "required" : "",
                    parameter.description());
        }
        table.print(out, "  ");
    }
}
