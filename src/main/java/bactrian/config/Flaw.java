package bactrian.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param where file and line, or how else it was given, for example {@code config/application.properties:3}
 * @param message what is wrong, with the key; never a secret
 * @param hint what to do
 */
public record Flaw(String where, String message, String hint) {

    /** In one line, for people. */
    @Override
    public String toString() {
        return where + ": " + message + " " + hint;
    }
}
