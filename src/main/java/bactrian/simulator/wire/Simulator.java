package bactrian.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** One simulated provider, listening: what tests read, seed and script. */
public final class Simulator implements AutoCloseable {

    private final Service service;
    private final Faults faults = new Faults();
    private final Allowance allowance;
    private final Credentials credentials = new Credentials();
    private final RequestLog log;
    private final Desk desk;

    /**
     * Starts listening on the loopback address.
     *
     * @param port 0 for a free one; fails when it is taken
     * @param logged how many requests the log keeps
     */
    public Simulator(Service service, int port, double requestsPerSecond, int logged, InstantSource clock) {
        this.service = service;
        this.allowance = new Allowance(System::nanoTime, requestsPerSecond);
        this.log = new RequestLog(logged);
        Reception reception = new Reception(service, faults, allowance, credentials, log);
        this.desk = new Desk(reception, new Control(this), port, service.provider(), clock);
        desk.open();
    }

    /** The provider's short name. */
    public String name() {
        return service.provider();
    }

    /** The base URL to configure, such as {@code http://127.0.0.1:40123/api/v1}. */
    public URI url() {
        return URI.create(desk.uri() + service.base());
    }

    /** The scripted faults. */
    public Faults faults() {
        return faults;
    }

    /** The rate limit. */
    public Allowance allowance() {
        return allowance;
    }

    /** Which credentials are good. */
    public Credentials credentials() {
        return credentials;
    }

    /** What arrived. */
    public RequestLog log() {
        return log;
    }

    /** What was applied. */
    public Journal journal() {
        return service.journal();
    }

    /** Work that goes on after its answer. */
    public Works works() {
        return service.works();
    }

    /** Ends all such work. */
    public void settle() {
        synchronized (service) {
            service.works().settle();
        }
    }

    /** A target as it is now, in the form the provider's own API gives it; empty when it does not exist. */
    public Optional<ObjectNode> state(String id) {
        synchronized (service) {
            service.works().catchUp();
            return service.state(id);
        }
    }

    /** Puts things there, see {@link Service#seed}. */
    public void seed(JsonNode things) {
        synchronized (service) {
            service.seed(things);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
