package bactrian.postgres;

import bactrian.plan.Tree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this platform, unpacked once a machine. */
final class PostgresPrograms {
    private static final String ARCHIVE = "/postgres-" + platform() + ".txz";
    static final String MISSING = "There are no PostgreSQL programs for " + System.getProperty("os.name") + " on "
            + System.getProperty("os.arch") + ": the ledger in PostgreSQL is not tested here.";

    private PostgresPrograms() {}

    static boolean there() {
        return PostgresPrograms.class.getResource(ARCHIVE) != null;
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Linux") ? "linux" : "other";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm_64" : "-x86_64");
    }

    /** The folder with {@code bin/}; readable for everybody. */
    static Path unpacked() throws IOException {
        Path there = Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "bactrian-postgres-programs-" + System.getProperty("user.name"))
                .resolve(Long.toHexString(size()));
        if (Files.isDirectory(there)) {
            return there;
        }
        Files.createDirectories(there.getParent());
        open(there.getParent());
        Path half = Files.createTempDirectory(there.getParent(), ".half-");
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, half.resolve(entry.getName()).normalize());
            }
        }
        open(half);
        try {
            Files.move(half, there, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException somebodyWasQuicker) {
            Tree.delete(half);
        }
        return there;
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else {
            Files.createDirectories(to.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, to);
                open(to);
            }
        }
    }

    private static void open(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static long size() throws IOException {
        return PostgresPrograms.class.getResource(ARCHIVE).openConnection().getContentLengthLong();
    }

    private static InputStream archive() {
        return PostgresPrograms.class.getResourceAsStream(ARCHIVE);
    }
}
