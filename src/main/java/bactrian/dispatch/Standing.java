package bactrian.dispatch;

/**
 * How a call stands when an attempt at it has come back.
 *
 * @param repeat whether sending it twice does harm
 * @param recovery whether the provider can tell what became of it
 * @param lane how the lane is after this attempt
 * @param attempt attempts so far, this one included, from 1
 * @param maxAttempts attempts before it fails
 */
record Standing(Repeat repeat, Recovery recovery, Weather lane, int attempt, int maxAttempts) {

    /** What a second sending does. */
    enum Repeat {
        SAFE,
        UNSAFE
    }

    /** Whether a lost answer can be made up for by asking. */
    enum Recovery {
        POSSIBLE,
        IMPOSSIBLE
    }

    /** Whether the provider is there: attempts count only while it is. */
    enum Weather {
        WELL,
        DOWN
    }
}
