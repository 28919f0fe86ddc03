package bactrian.results;

import bactrian.ledger.Letter;
import bactrian.ledger.Telling;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A message that is to be sent because a job has ended.
 *
 * @param unique the same each time this answer is sent, and of no other one
 * @param kind whom it is for
 * @param letter of the message that it answers
 * @param content what it says
 * @param problem why the message was refused, where this is that message, whole
 */
public record Answer(String unique, Telling.Kind kind, Letter letter, byte[] content, Optional<ObjectNode> problem) {}
