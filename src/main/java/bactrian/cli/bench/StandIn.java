package bactrian.cli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * A server that says yes to whatever the three providers can be asked, with as little work as can be: one thread, no
 * parsing beyond what is needed to answer. It has to be faster than anything that is measured against it.
 */
final class StandIn {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();

    private StandIn() throws IOException {}

    static StandIn open() throws IOException {
        StandIn server = new StandIn();
        server.door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.door.configureBlocking(false);
        server.door.register(server.selector, SelectionKey.OP_ACCEPT);
        return server;
    }

    int port() throws IOException {
        return ((InetSocketAddress) door.getLocalAddress()).getPort();
    }

    /** Answers until the process ends. */
    void serve() throws IOException {
        while (selector.isOpen()) {
            selector.select();
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.attachment() instanceof Conversation conversation) {
                    talk(key, conversation);
                } else {
                    accept();
                }
            }
        }
    }

    private void accept() throws IOException {
        SocketChannel caller = door.accept();
        if (caller != null) {
            caller.configureBlocking(false);
            caller.socket().setTcpNoDelay(true);
            caller.register(selector, SelectionKey.OP_READ, new Conversation());
        }
    }

    private static void talk(SelectionKey key, Conversation conversation) {
        SocketChannel caller = (SocketChannel) key.channel();
        try {
            if (caller.read(conversation.room()) < 0) {
                caller.close();
                return;
            }
            for (ByteBuffer answer = conversation.answer(); answer.hasRemaining(); answer = conversation.answer()) {
                while (answer.hasRemaining()) {
                    caller.write(answer);
                }
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }
}
