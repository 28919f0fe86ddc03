package bactrian.cli;

import bactrian.config.Settings;
import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.mapping.MappingFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An instruction file named on the command line. */
record InputFile(Path path, Format format) {

    /** @throws Refused when it cannot be an instruction file */
    static InputFile of(Path path) throws Refused {
        if (!Files.exists(path)) {
            throw new Refused(path + ": There is no such file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new Refused(path + ": This is not a regular file. Name a CSV, JSON or NDJSON file.");
        }
        if (!Files.isReadable(path)) {
            throw new Refused(path + ": The file may not be read by this user.");
        }
        Format format = Format.ofFileName(path.getFileName().toString())
                .orElseThrow(() -> new Refused(
                        path + ": The name does not say what it is. Name it .csv, .tsv, .json, .ndjson or .jsonl."));
        return new InputFile(path, format);
    }

    Document document(Defaults defaults, Optional<MappingFile> mapping, Settings settings) {
        Document document = new Document(path, format, defaults, settings.charset(), settings.zone());
        return mapping.map(document::mapped).orElse(document);
    }
}
