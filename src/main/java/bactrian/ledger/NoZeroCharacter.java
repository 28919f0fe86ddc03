package bactrian.ledger;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Replaces the one character that PostgreSQL's texts cannot hold; a provider's message may have it. */
final class NoZeroCharacter implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<@Nullable Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type == String.class ? Optional.of(NoZeroCharacter::argument) : Optional.empty();
    }

    private static Argument argument(@Nullable Object text) {
        String kept = text == null ? null : text.toString().replace('\0', '\uFFFD');
        return (position, statement, context) -> statement.setString(position, kept);
    }
}
