package bactrian.cli;

/** Who does something to a job, for its record. */
final class Who {

    private Who() {}

    static String atTheCommandLine() {
        return System.getProperty("user.name", "somebody") + " at the command line";
    }
}
