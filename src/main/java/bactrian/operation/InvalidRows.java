package bactrian.operation;

/** What becomes of a document of which some rows are invalid. */
public enum InvalidRows {
    /** They fail alone. */
    SKIP,
    /** It is refused whole. */
    REJECT
}
