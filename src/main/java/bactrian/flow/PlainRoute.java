package bactrian.flow;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * What somebody would write who reads Camel's manual and has a file of tasks: split it, send each line. It keeps nothing
 * and knows nothing of limits. A yardstick of the benchmark, no part of the gateway.
 */
public final class PlainRoute {
    private PlainRoute() {}

    /**
     * Sends each line of the file but the first as one request, and returns when all have been answered.
     *
     * @param file {@code provider,operation,id,text}
     * @param url of the provider
     * @return how many requests were sent
     * @throws IllegalStateException when one of them failed
     */
    public static int send(Path file, String url, int workers) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Main main = new Main();
        main.configure().withName("plain").withJmxEnabled(false);
        main.setPropertyPlaceholderLocations("false");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + file.toAbsolutePath().getParent() + "?fileName=" + file.getFileName()
                                + "&noop=true&initialDelay=0&idempotent=false&repeatCount=1")
                        .onCompletion()
                        .process(exchange -> done.countDown())
                        .end()
                        .split(body().tokenize("\n"))
                        .streaming()
                        .parallelProcessing()
                        .executorService(Executors.newFixedThreadPool(workers))
                        .filter(simple("${exchangeProperty.CamelSplitIndex} > 0"))
                        .process(exchange -> {
                            String[] cells =
                                    exchange.getMessage().getBody(String.class).split(",");
                            exchange.getMessage().setHeader("id", cells[2]);
                            exchange.getMessage().setBody("{\"text\":\"" + cells[3] + "\"}");
                        })
                        .setHeader(Exchange.HTTP_METHOD, constant("PUT"))
                        .setHeader(Exchange.HTTP_PATH, simple("/task/${header.id}/"))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader("Authorization", constant("Bearer token"))
                        .process(exchange -> sent.incrementAndGet())
                        .to(url + "?copyHeaders=false&connectionsPerRoute=" + workers)
                        .process(exchange -> answered.incrementAndGet())
                        .end()
                        .end();
            }
        });
        main.start();
        done.await();
        main.stop();
        if (answered.get() < sent.get()) {
            throw new IllegalStateException("Only " + answered + " of " + sent + " requests succeeded at " + url + ".");
        }
        return answered.get();
    }
}
