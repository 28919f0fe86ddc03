package bactrian.config;

import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.HoldRules;
import bactrian.operation.Holds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what makes jobs wait: {@code bactrian.hold.*} for all, {@code hold.*} of a connection over it. */
final class HoldReader {
    private static final Map<String, HoldRules.Rule> RULES =
            Map.of("true", HoldRules.Rule.HOLD, "false", HoldRules.Rule.RUN);

    private final Entries entries;

    HoldReader(Entries entries) {
        this.entries = entries;
    }

    Holds read(Connections connections) {
        HoldRules forAll = rules("bactrian.", HoldRules.USUAL);
        Map<String, HoldRules> holds = new HashMap<>();
        for (Connection connection : connections.all()) {
            holds.put(connection.name(), rules(ConnectionKeys.PREFIX + connection.name() + ".", forAll));
        }
        return new Holds(forAll, holds);
    }

    private HoldRules rules(String prefix, HoldRules otherwise) {
        return new HoldRules(
                entries.parsed(prefix + "hold.rows", "a whole number from 0 on", HoldReader::rows)
                        .orElse(otherwise.rows()),
                entries.word(prefix + "hold.destroying", RULES).orElse(otherwise.destroying()),
                entries.word(prefix + "hold.selecting", RULES).orElse(otherwise.selecting()));
    }

    private static Optional<Long> rows(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
