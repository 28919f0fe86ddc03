package bactrian.broker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** STOMP as it goes over the wire: what a program without any library can do. */
public final class Stomp implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;

    private Stomp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param login {@code login} and {@code passcode}, or nothing */
    public static Stomp connect(String address, Map<String, String> login) throws IOException {
        URI uri = URI.create(address);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE);
        Stomp stomp = new Stomp(socket);
        StringBuilder headers = new StringBuilder("accept-version:1.2\nhost:bactrian\n");
        login.forEach((name, value) -> headers.append(name + ":" + value + "\n"));
        stomp.write("CONNECT\n" + headers + "\n\0");
        String answer = stomp.read();
        if (!answer.startsWith("CONNECTED")) {
            socket.close();
            throw new IOException(answer);
        }
        return stomp;
    }

    /** Sends, and waits until the broker has it. @return its answer */
    public String send(String queue, String body, Map<String, String> headers) throws IOException {
        StringBuilder frame = new StringBuilder("SEND\ndestination:" + queue + "\nreceipt:1\n");
        headers.forEach((name, value) -> frame.append(name + ":" + value + "\n"));
        write(frame + "\n" + body + "\0");
        return read();
    }

    /** The next message of a queue, as a frame. */
    public String receive(String queue) throws IOException {
        write("SUBSCRIBE\nid:0\ndestination:" + queue + "\nack:auto\n\n\0");
        return read();
    }

    private void write(String frame) throws IOException {
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.UTF_8));
    }

    private String read() throws IOException {
        StringBuilder frame = new StringBuilder();
        for (int one = in.read(); one != 0; one = in.read()) {
            if (one < 0) {
                throw new IOException("closed after: " + frame);
            }
            frame.append((char) one);
        }
        return frame.toString().stripLeading();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
