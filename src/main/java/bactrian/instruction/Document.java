package bactrian.instruction;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * An instruction document and how to read it. It may be read any number of times and does not change meanwhile.
 *
 * @param charset for files without a byte order mark
 * @param zone for dates and times without a zone
 */
public record Document(Path path, Format format, Defaults defaults, Charset charset, ZoneId zone) {}
