package bactrian.config;

/**
 * A key as it was given.
 *
 * @param key whole, for example {@code bactrian.connections.close.base-url}
 * @param value as written, placeholders unresolved
 * @param where file and line, or {@code the command line}
 */
record Entry(String key, String value, String where) {}
