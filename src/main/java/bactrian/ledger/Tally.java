package bactrian.ledger;

/**
 * Edits of a job by what became of them.
 *
 * @param total all edits of the document, invalid ones too; 0 until it is planned
 */
public record Tally(long total, long succeeded, long failed, long skipped, long unknown) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Edits that have an outcome. */
    public long settled() {
        return succeeded + failed + skipped + unknown;
    }
}
