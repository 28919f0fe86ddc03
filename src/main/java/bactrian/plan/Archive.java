package bactrian.plan;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.ledger.Arrival;
import bactrian.ledger.Job;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Where documents are kept as received.
 *
 * @param folder holds {@code <job>/<file>}
 * @param charset for files without a byte order mark
 * @param zone for dates and times without a zone
 */
public record Archive(Path folder, Charset charset, ZoneId zone) {

    /** A job's document. */
    public Document document(Job job) {
        Arrival arrival = job.arrival();
        Document document = new Document(
                folder.resolve(job.id()).resolve(arrival.fileName()),
                Format.ofWord(arrival.format()),
                new Defaults(arrival.provider(), arrival.operation(), arrival.connection()),
                charset,
                zone);
        return JobOptions.mapping(arrival.options()).map(document::mapped).orElse(document);
    }
}
