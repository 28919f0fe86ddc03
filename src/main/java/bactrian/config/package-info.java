/**
 * What an operator sets: the folders of a home, the connections with their credentials and limits. Read strictly from
 * {@code config/}, the environment and {@code -Dkey=value}; what is wrong is told all at once.
 */
@NullMarked
package bactrian.config;

import org.jspecify.annotations.NullMarked;
