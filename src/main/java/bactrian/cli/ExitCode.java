package bactrian.cli;

/** What a command says to the shell. */
final class ExitCode {

    /** All edits succeeded or were skipped. */
    static final int DONE = 0;
    /** Some edit failed, is unknown, or, for {@code plan}, is invalid. */
    static final int SOME_FAILED = 1;
    /** Input, configuration or usage was refused, or nobody answered a hold; nothing was sent. */
    static final int REFUSED = 2;
    /** Something around Bactrian does not work: port taken, disk full, database away. */
    static final int ENVIRONMENT = 3;
    /** Interrupted; the job goes on when the command is run again. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
