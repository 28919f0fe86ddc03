package bactrian.cli;

import bactrian.operation.Catalogue;
import bactrian.operation.Operation;
import bactrian.outcome.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds operations by the names that somebody typed. */
final class CatalogueNames {

    private final Catalogue catalogue;

    CatalogueNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All, a provider's, or a single one. @throws Refused with the nearest known name */
    List<Operation> choose(Optional<String> provider, Optional<String> operation) throws Refused {
        if (provider.isEmpty()) {
            return catalogue.all();
        }
        if (operation.isEmpty()) {
            return of(provider.get());
        }
        return List.of(one(provider.get(), operation.get()));
    }

    Operation one(String provider, String operation) throws Refused {
        List<String> known = of(provider).stream().map(Operation::name).toList();
        return catalogue
                .find(provider, operation)
                .orElseThrow(() -> unknown(provider + " has no operation '" + operation + "'.", operation, known));
    }

    private List<Operation> of(String provider) throws Refused {
        List<Operation> operations = catalogue.of(provider);
        if (operations.isEmpty()) {
            throw unknown("There is no provider '" + provider + "'.", provider, catalogue.providers());
        }
        return operations;
    }

    private static Refused unknown(String message, String name, Collection<String> known) {
        return new Refused(message + " "
                + Nearest.to(name, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Known are: " + String.join(", ", known) + "."));
    }
}
