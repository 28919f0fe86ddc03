package bactrian.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says for people what is wrong with a file or folder: the messages of such exceptions are often nothing but the path. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String say(FileSystemException trouble) {
        return trouble.getFile() + ": " + what(trouble);
    }

    private static String what(FileSystemException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "The user that runs Bactrian may not do this. Check the permissions of it and of its folder.";
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "Something else is in the way. Move it elsewhere.";
        }
        if (trouble instanceof NoSuchFileException) {
            return "It is not there.";
        }
        return Optional.ofNullable(trouble.getReason())
                .orElse(trouble.getClass().getSimpleName().replace("Exception", ""));
    }
}
