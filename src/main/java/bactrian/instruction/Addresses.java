package bactrian.instruction;

import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Operation;
import bactrian.outcome.Code;
import bactrian.outcome.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds operation and connection by the names that rows and folders use. */
final class Addresses {
    private final Catalogue catalogue;
    private final Connections connections;
    /** Made when first asked for: most operations never are. */
    private final Map<Operation, Form> forms = new ConcurrentHashMap<>();

    Addresses(Catalogue catalogue, Connections connections) {
        this.catalogue = catalogue;
        this.connections = connections;
    }

    boolean isProvider(String name) {
        return catalogue.providers().contains(name);
    }

    /** The forms of what could be meant, where a name that is missing could be any. */
    List<Form> possible(Optional<String> provider, Optional<String> operation) {
        return catalogue.all().stream()
                .filter(one -> provider.map(one.provider()::equals).orElse(true))
                .filter(one -> operation.map(one.name()::equals).orElse(true))
                .map(this::form)
                .toList();
    }

    /** The address that these names, defaults filled in, stand for. */
    Address find(Defaults names) {
        if (names.provider().isEmpty()) {
            return unnamed("provider", Code.UNKNOWN_PROVIDER);
        }
        String provider = names.provider().get();
        if (catalogue.of(provider).isEmpty()) {
            return Address.unknown(Flaw.in("provider", Code.UNKNOWN_PROVIDER, "There is no provider of this name.")
                    .found(provider)
                    .nearest(Nearest.to(provider, catalogue.providers())));
        }
        if (names.operation().isEmpty()) {
            return unnamed("operation", Code.UNKNOWN_OPERATION);
        }
        String operation = names.operation().get();
        Optional<Operation> found = catalogue.find(provider, operation);
        if (found.isEmpty()) {
            List<String> known =
                    catalogue.of(provider).stream().map(Operation::name).toList();
            return Address.unknown(
                    Flaw.in("operation", Code.UNKNOWN_OPERATION, provider + " has no operation of this name.")
                            .found(operation)
                            .nearest(Nearest.to(operation, known)));
        }
        return connected(found.get(), names.connection().orElse(provider));
    }

    private Address connected(Operation operation, String name) {
        Optional<Connection> connection = connections.find(name);
        if (connection.isEmpty()) {
            return Address.unconnected(
                    Flaw.in("connection", Code.UNKNOWN_CONNECTION, "There is no connection of this name.")
                            .found(name)
                            .nearest(Nearest.to(name, connections.names())));
        }
        String provider = connection.get().provider();
        if (!provider.equals(operation.provider())) {
            String message = "This is a connection to " + provider + ", not to " + operation.provider() + ".";
            return Address.unconnected(
                    Flaw.in("connection", Code.UNKNOWN_CONNECTION, message).found(name));
        }
        return Address.of(form(operation), connection.get());
    }

    private Form form(Operation operation) {
        return forms.computeIfAbsent(operation, Form::new);
    }

    /** @param column {@code provider} or {@code operation} */
    private static Address unnamed(String column, Code code) {
        return Address.unknown(Flaw.in(column, code, "No " + column + " is named.")
                .hint("Fill in " + column + ", or put the file into inbox/<provider>/<operation>/. Commands take --"
                        + column + "."));
    }
}
