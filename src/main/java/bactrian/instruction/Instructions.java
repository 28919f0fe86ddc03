package bactrian.instruction;

import bactrian.instruction.mapping.Mapping;
import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads documents into checked edits. Stateless; one serves all threads. */
public final class Instructions {
    private final Addresses addresses;

    public Instructions(Catalogue catalogue, Connections connections) {
        this.addresses = new Addresses(catalogue, connections);
    }

    /** What is wrong with a mapping beyond its form: names and values that its operation does not know. */
    public List<Problem> check(Mapping mapping) {
        return new MappingCheck(addresses).check(mapping);
    }

    /**
     * Drafts a mapping from a document's columns and its first rows.
     *
     * @param document whose defaults name provider and operation where they are known; otherwise the nearest are guessed
     * @return YAML, with comments on what is left to be decided
     * @throws IOException where the document cannot be read as a table
     */
    public String draft(Document document) throws IOException {
        return new MappingDraft(addresses).of(document);
    }

    /**
     * The one edit of one target that a text is, where it is one, written as JSON, and nothing is wrong with it.
     *
     * @param zone for dates and times without a zone
     */
    public Optional<SingleEdit> single(String text, Defaults defaults, ZoneId zone) {
        return new SingleEdits(addresses).find(text, defaults, zone);
    }

    /**
     * Reads a whole document. Memory is bounded whatever its size. A document that cannot be opened or read to its end
     * is refused, with code {@code unreadable}, {@code syntax} or {@code too-large}.
     *
     * @param sink is given edits while reading, before it is known whether the document is refused
     */
    public Findings read(Document document, EditSink sink) {
        Account account = new Account(sink);
        try {
            if (document.isTable()) {
                new TableReading(document, addresses, account).read();
            } else {
                new JsonReading(document, addresses, account).read();
            }
        } catch (IOException failure) {
            account.refuse(DocumentBytes.problem(failure));
        }
        return account.findings();
    }
}
