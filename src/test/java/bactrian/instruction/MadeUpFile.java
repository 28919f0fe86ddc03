package bactrian.instruction;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A file that is on no disk: its bytes are made up while they are read, and how many were read is counted. */
final class MadeUpFile extends FileSystemProvider {
    private final Supplier<InputStream> bytes;
    private final FileSystem system;
    private long bytesRead;
    private long readings;
    private long openings;

    MadeUpFile(Supplier<InputStream> bytes) {
        this.bytes = bytes;
        this.system = new MadeUpSystem(this);
    }

    Path path() {
        return (Path) Proxy.newProxyInstance(
                Path.class.getClassLoader(), new Class<?>[] {Path.class}, (self, asked, values) -> {
                    if (asked.getName().equals("getFileSystem")) {
                        return system;
                    }
                    throw new UnsupportedOperationException(asked.getName());
                });
    }

    /** Over all openings. */
    long bytesRead() {
        return bytesRead;
    }

    long openings() {
        return openings;
    }

    /** How often somebody asked for bytes, the ends included. */
    long readings() {
        return readings;
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) {
        InputStream made = bytes.get();
        openings++;
        return new InputStream() {
            @Override
            public long skip(long count) throws IOException {
                return made.skip(count); // as on a disk, that costs nothing
            }

            @Override
            public int read() throws IOException {
                int one = made.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = made.read(into, offset, length);
                count(Math.max(0, got));
                return got;
            }
        };
    }

    private void count(int got) {
        bytesRead += got;
        readings++;
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) {
        // It is there.
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, asked, values) -> asked.getName()
                        .equals("isRegularFile")));
    }

    @Override
    public String getScheme() {
        return "made-up";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSameFile(Path path, Path other) {
        return path == other;
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
