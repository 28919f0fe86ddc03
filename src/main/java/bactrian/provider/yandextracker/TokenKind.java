package bactrian.provider.yandextracker;

import bactrian.operation.Connection;
import java.util.Arrays;
import java.util.Optional;

/** What a token is, which decides the word before it. */
enum TokenKind {
    OAUTH("OAuth"),
    BEARER("Bearer");

    private final String word;

    TokenKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Empty where the connection's setting is neither. */
    static Optional<TokenKind> of(Connection connection) {
        String wanted = connection
                .option(YandexTrackerProvider.AUTH)
                .filter(text -> !text.isBlank())
                .orElse(OAUTH.word);
        return Arrays.stream(values())
                .filter(kind -> kind.word.equalsIgnoreCase(wanted.strip()))
                .findFirst();
    }
}
