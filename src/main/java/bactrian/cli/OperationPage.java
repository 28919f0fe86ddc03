package bactrian.cli;

import bactrian.operation.Operation;
import bactrian.operation.Operation.Selector;
import bactrian.operation.Parameter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** One entry of the catalogue for people. */
final class OperationPage {
    private static final int WIDTH = 110;
    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int REQUIRED = "required".length() + GAP;

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
        out.println("  undo: " + operation.undoNote());
        operation.notes().forEach(note -> out.println("  note: " + note));
        if (!operation.parameters().isEmpty()) {
            out.println();
            parameters(out);
        }
    }

    /** What a parameter is, and below it what its values look like; both wrapped, as some enumerate a dozen. */
    private void parameters(PrintWriter out) {
        int longest = operation.parameters().stream()
                .mapToInt(parameter -> parameter.name().length())
                .max()
                .orElse(0);
        int names = INDENT + longest + GAP;
        TextTable table = TextTable.forColumns(
                CommandLine.Help.defaultColorScheme(Ansi.OFF),
                new Column(names, INDENT, Column.Overflow.SPAN),
                new Column(REQUIRED, 0, Column.Overflow.SPAN),
                new Column(Math.max(WIDTH - names - REQUIRED, WIDTH / 2), 0, Column.Overflow.WRAP));
        for (Parameter parameter : operation.parameters()) {
            table.addRowValues(parameter.name(), parameter.required() ? "required" : "", parameter.description());
            table.addRowValues("", "", SchemaWords.of(parameter.schema()));
        }
        out.println(table.toString().stripTrailing());
    }
}
