/** The commands: thin, one a file. Results go to standard output, progress and trouble to standard error. */
@NullMarked
package bactrian.cli;

import org.jspecify.annotations.NullMarked;
