package bactrian.instruction;

import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation takes, ready to be filled in: its parameters with their shapes and schemas. */
final class Form {
    private final Operation operation;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, SchemaCheck> schemas = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Shape whereShape;
    private final Optional<SchemaCheck> whereSchema;

    Form(Operation operation) {
        this.operation = operation;
        for (Parameter parameter : operation.parameters()) {
            Shape shape = ShapeDraft.of(parameter.schema());
            shapes.put(parameter.name(), shape);
            schemas.put(parameter.name(), new SchemaCheck(parameter.schema(), shape));
            names.add(parameter.name());
            shape.fields().keySet().forEach(field -> names.add(parameter.name() + "." + field));
        }
        this.whereShape = operation.whereSchema().map(ShapeDraft::of).orElse(Shape.OPEN);
        this.whereSchema = operation.whereSchema().map(schema -> new SchemaCheck(schema, whereShape));
    }

    Operation operation() {
        return operation;
    }

    /** Names of columns that the operation has, for suggestions: parameters and the fields known within them. */
    List<String> names() {
        return names;
    }

    Shape whereShape() {
        return whereShape;
    }

    /** Present exactly where the operation takes a selection. */
    Optional<SchemaCheck> whereSchema() {
        return whereSchema;
    }

    Optional<SchemaCheck> schema(String parameter) {
        return Optional.ofNullable(schemas.get(parameter));
    }

    /** Where a value of this name goes; a dot leads into a parameter. Empty where the operation has no such name. */
    Optional<Field> field(String name) {
        Shape whole = shapes.get(name);
        if (whole != null) {
            return Optional.of(new Field(name, List.of(), whole, Optional.empty()));
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Shape parameter = shapes.get(name.substring(0, dot));
            if (parameter != null) {
                return within(name.substring(0, dot), parameter, name.substring(dot + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Field> within(String parameter, Shape shape, String rest) {
        List<String> path = List.of(rest.split("\\.", -1));
        Optional<String> open = Optional.empty();
        Shape reached = shape;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            Optional<Shape> next = name.isBlank() ? Optional.empty() : reached.field(name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (open.isEmpty() && reached.isOpenFor(name)) {
                open = Optional.of(String.join(".", path.subList(i, path.size())));
            }
            reached = next.get();
        }
        return Optional.of(new Field(parameter, path, reached, open));
    }
}
