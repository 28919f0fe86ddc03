package bactrian.instruction;

import bactrian.instruction.mapping.MappingFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An instruction document and how to read it. It may be read any number of times and does not change meanwhile.
 *
 * @param charset for files without a byte order mark
 * @param zone for dates and times without a zone
 * @param mapping what its columns become; with one, a JSON document is a table, too: an object a row
 */
public record Document(
        Path path, Format format, Defaults defaults, Charset charset, ZoneId zone, Optional<MappingFile> mapping) {

    /** A document without a mapping. */
    public Document(Path path, Format format, Defaults defaults, Charset charset, ZoneId zone) {
        this(path, format, defaults, charset, zone, Optional.empty());
    }

    /** This document read through a mapping, which also says what nothing nearer says. */
    public Document mapped(MappingFile file) {
        Defaults said = file.read()
                .mapping()
                .map(read -> defaults.or(new Defaults(read.provider(), read.operation(), read.connection())))
                .orElse(defaults);
        return new Document(path, format, said, charset, zone, Optional.of(file));
    }

    /** Whether it consists of rows; otherwise of instructions. */
    public boolean isTable() {
        return format == Format.CSV || mapping.isPresent();
    }
}
