package bactrian.ledger;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message that was taken in and has a job.
 *
 * @param identity what makes it the same message when it is delivered again
 * @param job its job's id
 * @param place which instruction of the job's document it is, from 1; empty where it is the whole document
 * @param body as received, where it is not the whole document
 */
public record Message(String identity, String job, OptionalLong place, Optional<String> body, Letter letter) {}
