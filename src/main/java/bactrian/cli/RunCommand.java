package bactrian.cli;

import bactrian.broker.BrokerState;
import bactrian.broker.Queues;
import bactrian.config.BadConfig;
import bactrian.config.Flaw;
import bactrian.config.Home;
import bactrian.config.HomeLock;
import bactrian.config.Patience;
import bactrian.config.Settings;
import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerUnavailable;
import bactrian.operation.Connection;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The service. */
@Command(description = "Runs the service: takes in what is dropped into the inbox and works on it until it is stopped.")
final class RunCommand implements Callable<Integer> {

    private static final Duration DATABASE_STARTS = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    @Mixin
    private final Place place;

    RunCommand(House house) {
        place = new Place(house);
    }

    @Override
    public Integer call() throws BadConfig, IOException, InterruptedException {
        Settings settings = place.settings(Patience.SERVICE);
        Home home = place.home(settings);
        PrintWriter err = place.err();
        try (Interruption interruption = Interruption.heed(ExitCode.DONE)) {
            HomeLock lock = HomeLock.take(home).orElseThrow(() -> owned(home));
            try (lock;
                    Ledger ledger = open(settings, home, interruption, err)) {
                place.house().intake(ledger, home).repair();
                Works works = place.house().work(settings, home, ledger, House.Sources.ALL);
                RunFile running =
                        RunFile.write(home, works.http(), works.queue().map(BrokerState::address));
                try (works;
                        running) {
                    greet(settings, home, err);
                    works.http().ifPresent(address -> err.println("bactrian: the page is at " + address));
                    works.queue()
                            .ifPresent(queue -> err.println("bactrian: instructions are taken from the queue "
                                    + Queues.INSTRUCTIONS + " at " + queue.address()));
                    interruption.await();
                    err.println("bactrian: stopping; calls in flight are being settled");
                }
            }
        }
        return ExitCode.DONE;
    }

    /** A database that starts together with this service gets some time to. */
    private Ledger open(Settings settings, Home home, Interruption interruption, PrintWriter err)
            throws InterruptedException {
        Instant latest = place.house().clock().instant().plus(DATABASE_STARTS);
        boolean said = false;
        while (true) {
            try {
                return place.house().ledger(settings, home);
            } catch (LedgerUnavailable away) {
                if (!settings.ledger(home).shared()
                        || place.house().clock().instant().isAfter(latest)
                        || interruption.within(TRY_AGAIN)) {
                    throw away;
                }
                if (!said) {
                    err.println("bactrian: " + away.getMessage() + " Trying again for " + DATABASE_STARTS.toSeconds()
                            + " seconds.");
                }
                said = true;
            }
        }
    }

    private void greet(Settings settings, Home home, PrintWriter err) {
        for (Flaw notice : settings.notices()) {
            err.println("bactrian: " + notice);
        }
        for (Connection connection : settings.connections().all()) {
            settings.missing().apply(connection).ifPresent(missing -> err.println("bactrian: " + missing));
        }
        err.println("bactrian: running; drop instructions into " + home.inbox());
    }

    private static IOException owned(Home home) {
        return new IOException("The home " + home.root() + " is in use"
                + HomeLock.lastOwner(home).map(pid -> " by process " + pid).orElse("")
                + ". Stop that process, or name another home with --home.");
    }
}
