package bactrian.cli;

import bactrian.broker.Broker;
import bactrian.broker.QueuePlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker that is nobody's, in a process of its own. It ends when whoever started it does. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private BrokerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    public static void main(String[] arguments) throws IOException {
        try (Broker broker = Broker.open(QueuePlace.embedded(), Path.of(arguments[0]))) {
            System.out.println(broker.address());
            while (System.in.read() >= 0) {
                // nothing is ever said; that it ends is
            }
        }
        Runtime.getRuntime().halt(0);
    }

    static BrokerProcess start(Path folder) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerProcess.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new BrokerProcess(
                    process,
                    said.lines()
                            .filter(line -> line.startsWith("tcp:"))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** For CORE; {@code amqp:} instead of {@code tcp:} for AMQP. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
