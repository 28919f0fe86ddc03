package bactrian.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is to be done, without to whom: edits of one change can share a call.
 *
 * @param values the operation's parameters, checked, defaults filled in, keys in the order of the catalogue
 * @param where the selection, where the provider and not a list of ids says what is edited
 */
public record Change(
        String connection, String provider, String operation, ObjectNode values, Optional<JsonNode> where) {}
