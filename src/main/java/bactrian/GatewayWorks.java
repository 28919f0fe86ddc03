package bactrian;

import bactrian.broker.BrokerState;
import bactrian.cli.Works;
import bactrian.flow.Gateway;
import java.net.URI;
import java.util.Optional;

/** A gateway at work, as the commands see it. */
record GatewayWorks(Gateway gateway) implements Works {

    /** Closes what does not start: the broker's threads would keep the process alive. */
    static GatewayWorks start(Gateway gateway) {
        boolean started = false;
        try {
            gateway.start();
            started = true;
        } finally {
            if (!started) {
                gateway.close();
            }
        }
        return new GatewayWorks(gateway);
    }

    @Override
    public Optional<BrokerState> queue() {
        return gateway.queue();
    }

    @Override
    public Optional<URI> http() {
        return gateway.http();
    }

    @Override
    public Optional<String> trouble() {
        return gateway.trouble();
    }

    @Override
    public void wake() {
        gateway.wake();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
