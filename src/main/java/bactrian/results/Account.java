package bactrian.results;

import java.io.IOException;

/** Writes what became of every edit of a document, beside the document. */
interface Account {

    /**
     * Writes all files but the summary.
     *
     * @return every edit of the document, counted
     */
    Count write() throws IOException;
}
