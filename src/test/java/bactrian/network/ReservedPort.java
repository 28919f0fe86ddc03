package bactrian.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of the loopback address at which nobody listens, and which nobody else gets: connections to it are refused until a
 * test has a server listen there. Other systems than Linux let nobody listen at a port that is held; there it is only found.
 */
public final class ReservedPort implements AutoCloseable {
    private static final boolean HELD = System.getProperty("os.name").startsWith("Linux");

    private final Socket holder = new Socket();
    private final int number;

    public ReservedPort() {
        try {
            holder.setReuseAddress(true); // servers ask for the same, and so may share it
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            number = holder.getLocalPort();
            if (!HELD) {
                holder.close();
            }
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public int number() {
        return number;
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
