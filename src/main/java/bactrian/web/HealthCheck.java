package bactrian.web;

import bactrian.ledger.Ledger;
import bactrian.ledger.LedgerUnavailable;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something without which nothing works.
 *
 * @param trouble what is wrong with it, for people; asked each time somebody looks, so it must be quick
 */
public record HealthCheck(String name, Supplier<Optional<String>> trouble) {

    static HealthCheck of(Ledger ledger) {
        return new HealthCheck("ledger", () -> {
            try {
                ledger.jobs().newest(1);
                return Optional.empty();
            } catch (LedgerUnavailable away) {
                return Optional.of(String.valueOf(away.getMessage()));
            }
        });
    }
}
