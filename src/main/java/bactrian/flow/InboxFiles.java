package bactrian.flow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/**
 * Takes files that are whole, and removes each in one try once its job is recorded. Camel's own strategy would try for nine
 * seconds to remove what it may not, and all other files would wait.
 */
final class InboxFiles implements GenericFileProcessStrategy<File> {
    private final WholeFiles wholeFiles;

    InboxFiles(WholeFiles wholeFiles) {
        this.wholeFiles = wholeFiles;
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        return wholeFiles.whole(file.getFile());
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        try {
            Files.deleteIfExists(file.getFile().toPath());
        } catch (IOException refused) {
            // What is still there is found below.
        }
        wholeFiles.taken(file.getFile(), file.getFileLength(), file.getLastModified());
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        wholeFiles.refused(file.getFile());
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // A file that is not whole stays as it is.
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // Nothing on the disk has to be prepared.
    }
}
