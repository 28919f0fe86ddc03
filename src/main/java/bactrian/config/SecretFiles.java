package bactrian.config;

import bactrian.operation.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads credentials that are kept in files of their own, and notices when others may read them too. */
final class SecretFiles {

    private final Path folder;
    private final List<Flaw> notices = new ArrayList<>();

    /** @param folder where relative paths start */
    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The file's text without white space around it; empty, with a notice, where it holds no credential. */
    Optional<String> read(String key, String path) {
        try {
            ValueFile file = ValueFile.in(folder, path);
            String text = credentialIn(file);
            file.seenByOthers(key).ifPresent(notices::add);
            return Optional.of(text);
        } catch (ValueFile.Unfit unfit) {
            notices.add(unfit.at(key));
            return Optional.empty();
        }
    }

    /** What the file holds by now. */
    String readAgain(String path) throws Secret.Unreadable {
        try {
            return credentialIn(ValueFile.in(folder, path));
        } catch (ValueFile.Unfit unfit) {
            throw new Secret.Unreadable(unfit.getMessage() + " " + unfit.hint());
        }
    }

    private static String credentialIn(ValueFile file) throws ValueFile.Unfit {
        String text = file.read();
        if (text.isEmpty()) {
            throw file.unfit("is empty", "Write the credential into it.");
        }
        return text;
    }

    List<Flaw> notices() {
        return notices;
    }
}
