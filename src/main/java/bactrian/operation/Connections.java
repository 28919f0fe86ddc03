package bactrian.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configured connections, by name. */
public final class Connections {
    private final TreeMap<String, Connection> byName;

    private Connections(TreeMap<String, Connection> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException when two share a name */
    public static Connections of(List<Connection> connections) {
        return new Connections(connections.stream()
                .collect(Collectors.toMap(
                        Connection::name,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException("two connections are named " + a.name());
                        },
                        TreeMap::new)));
    }

    public Optional<Connection> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In order of name. */
    public List<Connection> all() {
        return List.copyOf(byName.values());
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
