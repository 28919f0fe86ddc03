package bactrian.instruction;

import bactrian.operation.Connection;
import java.util.List;
import java.util.Optional;

/**
 * Where the value of a column goes: a parameter, or a field within one.
 *
 * @param path the fields below the parameter; empty for the parameter itself
 * @param openName the name below an open object of a field that the catalogue does not list
 */
record Field(String parameter, List<String> path, Shape shape, Optional<String> openName) {

    /** The shape, which a connection may know better where the catalogue knows nothing. */
    Shape shapeFor(Connection connection) {
        return openName.flatMap(name -> connection.option("fields." + name))
                .flatMap(Shape::ofWord)
                .orElse(shape);
    }
}
