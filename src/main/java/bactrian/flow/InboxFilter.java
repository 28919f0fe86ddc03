package bactrian.flow;

import bactrian.instruction.Format;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.OptionalLong;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves files alone whose names are no instruction's, that are too large or no files, and folders that are links, and says
 * so once. A name with a backslash is no instruction's: Camel takes it for a folder, and would in the end remove a file of
 * that path.
 */
final class InboxFilter implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFilter.class);
    /** What Java puts in place of bytes that it cannot decode. */
    private static final char UNDECODED = '\uFFFD';

    private final OptionalLong largest;
    private final Mentioned mentioned = new Mentioned();

    /** @param largest how many bytes a file may have; empty for any number */
    InboxFilter(OptionalLong largest) {
        this.largest = largest;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        String name = file.getFile().getName();
        boolean odd = name.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c));
        if (isUnsayable(file)) {
            return false;
        }
        if (file.isDirectory()) {
            return !odd && !isLinkedFolder(file);
        }
        if (odd) {
            leave(file, "its name has a backslash or a control character. Rename it.");
        } else if (Format.ofFileName(name).isEmpty() && !isUnfinished(name)) {
            leave(file, "instructions are named .csv, .tsv, .json, .ndjson or .jsonl. Rename or export it.");
        }
        return !odd && !isPipe(file) && !isTooLarge(file);
    }

    /** The name is in another character set than Java takes for the system's: there is nothing to be found under it. */
    private boolean isUnsayable(GenericFile<File> file) {
        File present = file.getFile();
        boolean unsayable = present.getName().indexOf(UNDECODED) >= 0 && !present.exists();
        if (unsayable) {
            leave(file, "its name is not in this system's character set. Rename it, or set LC_ALL=C.UTF-8.");
        }
        return unsayable;
    }

    /** Its files would be found twice, and in a ring of links for ever, under paths that say what they do not mean. */
    private boolean isLinkedFolder(GenericFile<File> file) {
        boolean linked = Files.isSymbolicLink(file.getFile().toPath());
        if (linked) {
            leave(file, "it is a link to a folder. Put the folder itself there.");
        }
        return linked;
    }

    /** Whoever opens a pipe waits for its writer, and all other files would wait along. */
    private boolean isPipe(GenericFile<File> file) {
        File present = file.getFile();
        boolean pipe = !present.isFile() && Files.exists(present.toPath(), LinkOption.NOFOLLOW_LINKS);
        if (pipe) {
            leave(file, "it is a pipe, a device or a link that leads nowhere. Put the file itself there.");
        }
        return pipe;
    }

    private boolean isTooLarge(GenericFile<File> file) {
        boolean tooLarge = largest.isPresent() && file.getFile().length() > largest.getAsLong();
        if (tooLarge) {
            leave(file, "it is larger than bactrian.inbox.max-file allows. Split it, or raise the limit.");
        }
        return tooLarge;
    }

    /** As browsers, editors and transfer programs name what they are still writing. */
    private static boolean isUnfinished(String name) {
        return name.endsWith("~")
                || name.endsWith(".part")
                || name.endsWith(".filepart")
                || name.endsWith(".tmp")
                || name.endsWith(".crdownload");
    }

    private void leave(GenericFile<File> file, String why) {
        String path = file.getFile().getPath();
        if (mentioned.first(path)) {
            LOG.warn(
                    "{} {} stays in the inbox: {}",
                    file.isDirectory() ? "The folder" : "The file",
                    printable(path),
                    why);
        }
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
