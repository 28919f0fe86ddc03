package bactrian.instruction;

import bactrian.operation.Catalogue;
import bactrian.operation.Connections;
import java.io.IOException;

/** Reads documents into checked edits. Stateless; one serves all threads. */
public final class Instructions {
    private final Addresses addresses;

    public Instructions(Catalogue catalogue, Connections connections) {
        this.addresses = new Addresses(catalogue, connections);
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
            switch (document.format()) {
                case CSV -> new CsvReading(document, addresses, account).read();
                case JSON, NDJSON -> new JsonReading(document, addresses, account).read();
            }
        } catch (IOException failure) {
            account.refuse(DocumentBytes.problem(failure));
        }
        return account.findings();
    }
}
