package bactrian.schedule;

import bactrian.instruction.Format;
import java.nio.file.Path;

/**
 * The snapshot of a schedule, fetched.
 *
 * @param file in a scratch folder, or the source itself
 * @param fileName as it is to be kept in the archive
 */
record Fetched(Path file, String fileName, Format format) {}
