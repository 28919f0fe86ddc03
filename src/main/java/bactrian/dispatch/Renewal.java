package bactrian.dispatch;

import bactrian.operation.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes credentials anew from where they are kept, and remembers why some of them stay as they are. */
final class Renewal {
    private final Collection<Secret> secrets;
    private Optional<String> failure = Optional.empty();

    Renewal(Collection<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** @return why some stay as they are, where that is news */
    synchronized Optional<String> renew() {
        Optional<String> before = failure;
        String why = secrets.stream()
                .flatMap(secret -> secret.renew().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        failure = Optional.of(why).filter(text -> !text.isEmpty());
        return failure.equals(before) ? Optional.empty() : failure;
    }

    /** Why some have stayed as they were the last time; empty where all were had. */
    synchronized Optional<String> failure() {
        return failure;
    }
}
