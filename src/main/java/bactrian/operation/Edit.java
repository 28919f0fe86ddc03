package bactrian.operation;

import java.util.OptionalLong;

/**
 * One change to one target, or one change to a selection.
 *
 * @param ordinal the edit's place in its document, from 0, counting invalid edits too: its identity within the job
 * @param target the canonical id; empty where the change has a {@code where}
 * @param bundle edits of one bundle go into one call as far as the limit allows and share it with no other edit; set
 *     where the operation means something different when its calls are composed differently
 */
public record Edit(long ordinal, String target, Change change, OptionalLong bundle) {}
