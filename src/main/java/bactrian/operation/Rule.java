package bactrian.operation;

import bactrian.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A condition over several parameters of an operation that JSON Schema says badly or not at all. */
@FunctionalInterface
public interface Rule {

    /**
     * What is wrong with the values as the user gave them, before defaults are filled in. Empty when nothing is.
     *
     * @param where the selection, where the edit has one instead of an id
     */
    List<Fault> check(ObjectNode values, Optional<JsonNode> where);

    /**
     * One thing that is wrong.
     *
     * @param parameter the parameter at fault, or {@code where}
     * @param hint what to do
     */
    record Fault(String parameter, Code code, String message, String hint) {}
}
