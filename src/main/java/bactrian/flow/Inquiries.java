package bactrian.flow;

import bactrian.dispatch.Inquiry;
import bactrian.dispatch.Lanes;
import bactrian.dispatch.Timekeeper;
import bactrian.dispatch.Wire;
import bactrian.operation.Connection;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Questions over connections outside any call: one inquiry a connection, however often it is wanted. */
public final class Inquiries implements Function<Connection, Inquiry> {
    private final Map<String, Inquiry> known = new ConcurrentHashMap<>();
    private final Providers providers;
    private final Optional<URI> proxy;
    private final Way way;

    @FunctionalInterface
    private interface Way {
        Inquiry over(Connection connection, Provider provider, Wire wire);
    }

    private Inquiries(Providers providers, Optional<URI> proxy, Way way) {
        this.providers = providers;
        this.proxy = proxy;
        this.way = way;
    }

    /** Within the rates of these lanes. @param proxy an HTTP proxy */
    public static Inquiries within(Lanes lanes, Providers providers, Optional<URI> proxy) {
        return new Inquiries(providers, proxy, (connection, provider, wire) -> lanes.inquiry(connection.name(), wire)
                .orElseThrow());
    }

    /**
     * Each with a rate of its own, for a process that runs no lanes.
     *
     * @param random spreads back-offs; safe for many threads
     */
    public static Inquiries alone(Providers providers, Optional<URI> proxy, Timekeeper time, RandomGenerator random) {
        return new Inquiries(
                providers,
                proxy,
                (connection, provider, wire) -> Inquiry.alone(connection, provider, time, random, wire));
    }

    @Override
    public Inquiry apply(Connection connection) {
        return known.computeIfAbsent(connection.name(), name -> {
            Provider provider = providers.find(connection.provider()).orElseThrow();
            return way.over(connection, provider, new DirectWire(connection, provider, proxy));
        });
    }
}
