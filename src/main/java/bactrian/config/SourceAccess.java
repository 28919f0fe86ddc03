package bactrian.config;

import bactrian.operation.Secret;
import java.util.Optional;

/**
 * How the source of a schedule is reached: {@code bactrian.schedules.<name>.*}.
 *
 * @param url instead of the one in the schedule's file
 * @param user of a database
 * @param password of a database
 * @param authorization the whole header that an HTTP source wants
 */
public record SourceAccess(
        Optional<String> url, Optional<String> user, Optional<Secret> password, Optional<Secret> authorization) {

    /** Nothing is set. */
    public static final SourceAccess NONE =
            new SourceAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
