package bactrian.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that can be done, at every provider. */
public final class Catalogue {
    private final List<Operation> operations;

    public Catalogue(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    public Optional<Operation> find(String provider, String operation) {
        return operations.stream()
                .filter(o -> o.provider().equals(provider) && o.name().equals(operation))
                .findFirst();
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

    /** Names, each once, in catalogue order. */
    public List<String> providers() {
        return operations.stream().map(Operation::provider).distinct().collect(Collectors.toList());
    }
}
