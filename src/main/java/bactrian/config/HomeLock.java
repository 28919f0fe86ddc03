package bactrian.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to work on a home: one process has it at a time. The system takes it back when the process dies. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes it where nobody has it.
     *
     * @param home its folders exist
     */
    public static Optional<HomeLock> take(Home home) throws IOException {
        FileChannel channel = FileChannel.open(
                file(home), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisProcess) {
            // Two owners within one process are two owners all the same.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new HomeLock(channel, lock));
    }

    /** The process that had it last, for messages. */
    public static Optional<String> lastOwner(Home home) {
        try {
            return Optional.of(Files.readString(file(home)).strip()).filter(pid -> !pid.isEmpty());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }

    private static Path file(Home home) {
        return home.state().resolve("lock");
    }
}
