package bactrian.plan;

/** What invalid rows do to their document. */
public enum InvalidRows {
    /** They fail alone. */
    SKIP,
    /** One refuses the document. */
    REJECT
}
