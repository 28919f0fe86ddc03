package bactrian.simulator.wire;

import java.util.Optional;
import java.util.Set;

/** Which credentials are good: any that are given at all, until some are named. */
public final class Credentials {

    private volatile Optional<Set<String>> accepted = Optional.empty();

    Credentials() {}

    /** Only these are good from now on; none at all when the set is empty. */
    public void accept(Set<String> only) {
        accepted = Optional.of(Set.copyOf(only));
    }

    /** Any are good again. */
    public void acceptAny() {
        accepted = Optional.empty();
    }

    boolean good(Optional<String> given) {
        return given.filter(credential -> !credential.isBlank())
                .filter(credential ->
                        accepted.map(set -> set.contains(credential)).orElse(true))
                .isPresent();
    }
}
