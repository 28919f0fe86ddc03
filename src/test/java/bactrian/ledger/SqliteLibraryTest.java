package bactrian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

final class SqliteLibraryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLibraryOfThisMachineStandsInTheFolderUnderTheNameThatTheDriverLooksFor() throws IOException {
        Path unpacked = folder.resolve("native");

        SqliteLibrary.unpack(unpacked);

        assertThat(unpacked.resolve(LibraryLoaderUtil.getNativeLibName())).isNotEmptyFile();
    }
}
