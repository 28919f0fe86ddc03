/** Queues: the embedded broker, the way to an external one, and how either is doing. The only room that imports Artemis. */
@NullMarked
package bactrian.broker;

import org.jspecify.annotations.NullMarked;
