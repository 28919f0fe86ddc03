package bactrian.operation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Everything that can be done, at every provider. */
public final class Catalogue {
    private final List<Operation> operations;
    private final Map<String, Map<String, Operation>> byName = new HashMap<>();

    public Catalogue(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        operations.forEach(operation -> byName.computeIfAbsent(operation.provider(), provider -> new HashMap<>())
                .put(operation.name(), operation));
    }

    public Optional<Operation> find(String provider, String operation) {
        return Optional.ofNullable(byName.getOrDefault(provider, Map.of()).get(operation));
    }

    /**
     * The entry of a change that was checked before.
     *
     * @throws IllegalArgumentException when there is none: the ledger is older than the catalogue
     */
    public Operation of(Change change) {
        return find(change.provider(), change.operation())
                .orElseThrow(() -> new IllegalArgumentException("The catalogue has no operation " + change.provider()
                        + " " + change.operation() + ". It was planned by another version; plan the job again."));
    }

    public List<Operation> all() {
        return operations;
    }

    public List<Operation> of(String provider) {
        return operations.stream().filter(o -> o.provider().equals(provider)).collect(Collectors.toList());
    }

    /** Says whether two catalogues offer the same: what operations there are, what they take and how they are called. */
    public String version() {
        CRC32 sum = new CRC32();
        for (Operation operation : operations) {
            StringBuilder text = new StringBuilder(operation.toString()).append(operation.endpoint());
            operation.parameters().forEach(parameter -> text.append(parameter.name())
                    .append(parameter.schema()));
            operation.whereSchema().ifPresent(text::append);
            sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** Names, each once, in catalogue order. */
    public List<String> providers() {
        return operations.stream().map(Operation::provider).distinct().collect(Collectors.toList());
    }
}
