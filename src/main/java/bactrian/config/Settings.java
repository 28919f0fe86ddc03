package bactrian.config;

import bactrian.broker.QueuePlace;
import bactrian.ledger.JobOrder;
import bactrian.ledger.LedgerPlace;
import bactrian.ledger.Retention;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.operation.Holds;
import bactrian.operation.InvalidRows;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Everything that is set, checked. Made by {@link SettingsLoader}.
 *
 * @param zone for dates and times without a zone
 * @param charset for files without a byte order mark
 * @param formulas how cells that a spreadsheet would run stand in {@code results.csv}
 * @param jobOrder whether the jobs of a connection may overlap
 * @param largestFile how many bytes a file in the inbox may have; empty for any number
 * @param ledgerPlace where the ledger is, where it is not in the home folder
 * @param queue where messages come from
 * @param proxy an HTTP proxy, {@code http://host:port}, for all connections
 * @param traces where traces are sent to, over OTLP/HTTP
 * @param node how this process is known where several share the ledger
 * @param http where {@code run} listens
 * @param missing what a connection still needs before anything can be sent, with the variable to set
 * @param holds what makes jobs wait for approval
 * @param evidence how much of requests and answers is kept
 * @param routes the operator's own {@code routes.*} keys, for placeholders in route files
 * @param mappings folder of mappings; may be missing
 * @param scheduleFolder of the files of scheduled jobs, where it is not {@code routes/schedules}
 * @param sources how the sources of schedules are reached, by the schedule's name
 * @param notices what is worth a look and stops nothing
 */
public record Settings(
        ZoneId zone,
        Charset charset,
        InvalidRows onInvalidRows,
        Formulas formulas,
        JobOrder jobOrder,
        OptionalLong largestFile,
        Optional<LedgerPlace> ledgerPlace,
        QueuePlace queue,
        Optional<URI> proxy,
        Optional<URI> traces,
        NodeSettings node,
        Retention evidence,
        HttpSettings http,
        Connections connections,
        Function<Connection, Optional<String>> missing,
        Holds holds,
        Map<String, String> routes,
        Path mappings,
        Optional<Path> scheduleFolder,
        Map<String, SourceAccess> sources,
        List<Flaw> notices) {

    public Settings {
        routes = Map.copyOf(routes);
        sources = Map.copyOf(sources);
        notices = List.copyOf(notices);
    }

    /** What becomes of cells that a spreadsheet would take for a formula. */
    public enum Formulas {
        /** Nothing. */
        AS_THEY_ARE,
        /** They are marked as text in {@code results.csv}. */
        GUARDED
    }

    /** The home as this process sees it: where machines share the ledger, each node has a state folder of its own. */
    public Home home(Home whole) {
        return ledgerPlace.filter(LedgerPlace::shared).isPresent() ? whole.ofNode(node.name()) : whole;
    }

    /** Where the ledger of a home is. */
    public LedgerPlace ledger(Home home) {
        return ledgerPlace.orElseGet(() -> LedgerPlace.sqlite(home.ledger()));
    }
}
